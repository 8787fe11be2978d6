"""Public pages: every case as anyone may read it, without signing in."""
