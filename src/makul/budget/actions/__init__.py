"""What is done in a special protocol: opened, tabled, answered, sat, voted, drawn, signed, followed."""
