"""What happened: the append-only, hash-chained journal and its checkpoints."""
