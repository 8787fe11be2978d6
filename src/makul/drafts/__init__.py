"""Drafts of normative legal acts: the package, its screening and its costs."""
