"""Tags of the packages."""
