"""Reads the common table."""
