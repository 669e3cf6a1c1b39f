"""Numbers as stated: how many, of what, and how sure.

The way in is ``find_numbers``; the rest of the room is how it does it.
"""

from .finder import Number, find_numbers

__all__ = ["Number", "find_numbers"]
