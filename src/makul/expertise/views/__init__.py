"""The pages of an expertise: for those who take part, and for everyone."""
