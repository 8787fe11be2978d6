"""How the tables of the room `documents` came to be."""
