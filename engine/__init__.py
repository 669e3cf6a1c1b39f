"""belie: flags what cannot both be in news copy."""
