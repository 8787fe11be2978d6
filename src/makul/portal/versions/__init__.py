"""Two versions of a draft beside each other, or the draft beside the adopted act, in both languages."""
