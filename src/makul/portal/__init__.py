"""What the public reads across all cases: search, statistics, feeds, open data."""
