"""Work pages: what each role does in a case, one job a page."""
