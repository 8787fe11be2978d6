"""Papers of the watch: the opinion on the association's own initiative."""
