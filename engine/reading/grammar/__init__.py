"""A sentence as units: words, noun phrases, verb groups and clauses."""
