"""The register of bills: what Parliament registers elsewhere, its dossier, and the watch on bypass."""
