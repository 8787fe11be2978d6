"""What the test of the house's own rules reads: the tree of files, and what a function writes."""
