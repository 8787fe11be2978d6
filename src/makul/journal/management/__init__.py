"""Commands of the journal for `./makul manage`."""
