"""The pages of the special protocol: of the public, and of those who work on it."""
