"""How the tables of the room `portal` came to be."""
