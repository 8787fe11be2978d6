"""How the tables of the room `drafts` came to be."""
