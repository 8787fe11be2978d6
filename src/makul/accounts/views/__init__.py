"""What the browser meets of accounts: letters, codes, the page of one's account, and what allauth asks."""
