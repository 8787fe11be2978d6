"""Official lists of territories: the editions that come with Makul, and how a newer one is read."""
