"""The forms of the package and of the facilitator's desk: what a person types, cleaned for the actions."""
