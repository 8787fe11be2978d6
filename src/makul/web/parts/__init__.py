"""The reusable parts of pages: each module registers the tags and filters of one subject."""
