"""Tags of documents for the templates that load them."""
