"""Statements given as data, and the facts that they make.

The way in is ``read_statements`` for files, and ``facts_from`` for statements at hand.
"""

from .facts import FactMaker, facts_from
from .statement import Statement, StatementError, statement_from

__all__ = ["FactMaker", "Statement", "StatementError", "facts_from", "statement_from"]
