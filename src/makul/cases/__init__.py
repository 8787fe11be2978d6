"""The common table: cases, positions, remarks, replies, meetings, protocols, decisions."""
