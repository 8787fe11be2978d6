"""Who has been told: notices, the outbox, delivery and receipts."""
