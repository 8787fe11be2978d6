"""What may be done with sittings: each writes once and records it once."""
