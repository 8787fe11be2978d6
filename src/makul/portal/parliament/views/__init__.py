"""What the public reads and follows of Parliament's side."""
