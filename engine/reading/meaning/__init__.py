"""What was said: who, where, when, by whom, and whether it is so."""
