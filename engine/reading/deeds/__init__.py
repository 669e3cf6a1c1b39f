"""Deeds: who did what, so that two tellings of one deed can be set beside each other."""
