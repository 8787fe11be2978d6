"""Commands of the portal for `./makul manage`."""
