"""What belie knows how to read."""
