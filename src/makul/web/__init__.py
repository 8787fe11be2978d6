"""What the world sees: settings, addresses, portal, base pages, languages."""
