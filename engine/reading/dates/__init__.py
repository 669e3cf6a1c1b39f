"""Dates, spans and times of day.

The ways in are ``find_dates`` and, for what is told across sentences, ``RunningTime``; the rest
of the room is how they do it.
"""

from .finder import (
    Clock,
    DateMention,
    Direction,
    Offset,
    find_dates,
    narrated_time,
    tells_from_publication,
)
from .running import RunningTime

__all__ = [
    "Clock",
    "DateMention",
    "Direction",
    "Offset",
    "RunningTime",
    "find_dates",
    "narrated_time",
    "tells_from_publication",
]
