"""What is talked about: documents, versions, provisions; reading and writing Word and PDF."""
