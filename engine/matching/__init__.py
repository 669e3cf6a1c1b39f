"""Rules and facts to matches, one module an engine."""
