"""How the tables of the room `notices` came to be."""
