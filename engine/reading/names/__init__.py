"""Who and where: persons, organisations, countries and places.

The way in is ``find_names``; the rest of the room is how it does it.
"""

from .finder import Gazetteer, NameMention, find_names, fold, gazetteer
from .persons import is_first_name
from .spelling import bare_surname, standard_word

__all__ = [
    "Gazetteer",
    "NameMention",
    "bare_surname",
    "find_names",
    "fold",
    "gazetteer",
    "is_first_name",
    "standard_word",
]
