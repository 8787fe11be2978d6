"""Words of the registry for all templates that load them."""
