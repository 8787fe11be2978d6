"""What is done with a draft: its package is prepared, submitted, checked and screened."""
