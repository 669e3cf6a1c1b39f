"""Dates, spans and times of day.

The way in is ``find_dates``; the rest of the room is how it does it.
"""

from .finder import Clock, DateMention, Direction, Offset, find_dates, may_name_weekday

__all__ = ["Clock", "DateMention", "Direction", "Offset", "find_dates", "may_name_weekday"]
