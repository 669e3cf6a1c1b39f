"""Dates with their weekdays, distances, lengths, ages and births."""
