"""Tags of the pages of accounts: `{% load signing %}`."""
