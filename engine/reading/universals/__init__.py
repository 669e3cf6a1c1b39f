"""What is said of all, of none or of never, and the single cases that it cannot stand beside."""
