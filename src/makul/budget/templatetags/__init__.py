"""Tags and filters of the pages of the special protocol."""
