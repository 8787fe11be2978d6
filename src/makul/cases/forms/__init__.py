"""The forms of the work pages: what a person types, cleaned for the actions."""
