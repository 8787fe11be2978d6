"""Makul: local self-government and the branches of state power reach decisions together."""
