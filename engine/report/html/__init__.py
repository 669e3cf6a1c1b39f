"""Reports as pages to be read in a browser, on paper, by ear, or inside another page.

``render_article`` makes of one report an element that stands in any page with ``stylesheet()``;
``Page`` is a whole page of one article or many.
"""

from __future__ import annotations

from .article import render_article
from .page import Page, policy
from .templates import stylesheet

__all__ = ["Page", "policy", "render_article", "stylesheet"]
