"""The engine for one article at a time: durable_rules, and what keeps it to its word."""

from .engine import Durable

__all__ = ["Durable"]
