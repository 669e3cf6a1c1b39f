"""Who said what, and who wants what on which condition."""
