"""Rules any country could use: pure, without Django, clock, files or network."""
