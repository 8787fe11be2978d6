"""How the tables of the room `journal` came to be."""
