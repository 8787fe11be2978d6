"""Languages as work: which text is authentic, which is missing and since when, article by article."""
