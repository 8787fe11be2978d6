"""The pages of bills, public and of work."""
