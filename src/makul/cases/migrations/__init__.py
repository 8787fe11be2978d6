"""How the tables of the room `cases` came to be."""
