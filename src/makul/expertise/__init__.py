"""The municipal expertise: experts, method, opinion, second deliberation."""
