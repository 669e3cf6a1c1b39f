"""What kinds say they read, as patterns, and what of it a sentence says."""
