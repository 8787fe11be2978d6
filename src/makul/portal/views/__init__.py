"""The pages of the portal: the first page, the search, the statistics, the feeds."""
