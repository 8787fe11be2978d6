"""Reads expertises: the opinion whole, the register of experts, the public list."""
