"""Who and where: persons, organisations, countries and places.

The way in is ``find_names``; the rest of the room is how it does it.
"""

from .finder import Gazetteer, NameForm, NameMention, find_names, fold, gazetteer

__all__ = ["Gazetteer", "NameForm", "NameMention", "find_names", "fold", "gazetteer"]
