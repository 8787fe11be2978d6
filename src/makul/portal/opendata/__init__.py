"""Open data: every public fact of conciliation as records, in CSV, JSON and through the API alike."""
