"""How the tables of the room `parties` came to be."""
