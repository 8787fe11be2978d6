"""What is done in an expertise: each action is one entry of the journal."""
