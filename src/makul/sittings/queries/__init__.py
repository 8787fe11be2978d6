"""Reads sittings: each query a fixed number of questions to the database, whatever its length."""
