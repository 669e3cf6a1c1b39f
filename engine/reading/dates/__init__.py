"""Dates, spans and times of day.

The way in is ``find_dates``; the rest of the room is how it does it.
"""

from .finder import Clock, DateMention, Direction, Offset, find_dates

__all__ = ["Clock", "DateMention", "Direction", "Offset", "find_dates"]
