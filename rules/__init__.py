"""What contradicts what."""
