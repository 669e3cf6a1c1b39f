"""Who and where: persons, organisations, countries and places.

The way in is ``find_names``; the rest of the room is how it does it.
"""

from .finder import Gazetteer, NameForm, NameMention, find_names, fold, gazetteer
from .spelling import bare_surname

__all__ = [
    "Gazetteer",
    "NameForm",
    "NameMention",
    "bare_surname",
    "find_names",
    "fold",
    "gazetteer",
]
