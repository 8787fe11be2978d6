"""How the tables of the room `accounts` came to be."""
