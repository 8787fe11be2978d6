"""What the law says, dated and cited; a lawyer reviews this folder alone."""
