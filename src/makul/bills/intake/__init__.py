"""Takes rows of a register in: read, checked row by row, kept in batches, screened, matched to cases."""
