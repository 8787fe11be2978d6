"""Who and where: territories, parties, persons, mandates, and who may do what."""
