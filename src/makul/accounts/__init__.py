"""Who signs in and how: password, code, passkey, one-time link, an identity provider."""
