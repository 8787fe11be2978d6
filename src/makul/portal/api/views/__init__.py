"""What the API answers, and the page that explains it."""
