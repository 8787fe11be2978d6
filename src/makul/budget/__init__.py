"""The budget between state and local self-government: the special protocol on inter-budget relations."""
