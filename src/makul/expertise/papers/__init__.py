"""The papers of an expertise: the opinion and the second deliberation, for Word and PDF."""
