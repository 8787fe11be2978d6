"""What changes bills: what happened to them, the alerts of the watch, the dossier, files taken in."""
