"""The circumstance that a sentence opens with: "at the spring sale, in Ghent", "among women"."""

from __future__ import annotations

import re

from ..grammar.classes import Grammar
from ..grammar.line import Line
from ..meaning.scene import Scene, Statement

__all__ = ["SettingFinder"]


class SettingFinder:
    """Finds what stands before the subject of a statement's clause, where that opens a sentence.

    Args:
        grammar: the word classes.
    """

    def __init__(self, grammar: Grammar) -> None:
        g = grammar
        self._articles = g.words("articles")
        noun = rf"(?:[AXHPCGNSQDO'’-]|{g.noun})"
        self._lead = re.compile(rf"{g['prepositions']}(?:{g['determiners']})*{noun}")
        self._in_all = re.compile(rf"{g['in_all']}")
        self._subject = re.compile(rf"(?:{g['determiners']})?{noun}{{0,4}}$")
        self._place = re.compile(rf"{g['locatives']}(?:{g['articles']})?(?P<place>[PGC]),")

    def words(self, statement: Statement, scene: Scene) -> str | None:
        """The circumstance in lower case and without articles; ``None`` where there is none."""
        line, end = scene.line, self._end(statement, scene)
        if end is None:
            return None
        words = line.text[line.units[0].start : line.units[end - 1].end].lower()
        said = [word for word in re.findall(r"[\w'’-]+", words) if word not in self._articles]
        return " ".join(said) or None

    def place(self, statement: Statement, scene: Scene) -> int | None:
        """The unit that names the place that a sentence opens with, or that its opening names."""
        line, end = scene.line, self._end(statement, scene)
        found = self._place.match(line.codes)
        if found is None and end is not None:
            found = self._place.search(line.codes, 0, end + 1)
        return found.start("place") if found else None

    def _end(self, statement: Statement, scene: Scene) -> int | None:
        """Behind the last unit of the circumstance."""
        line, clause = scene.line, statement.clause
        if clause is None or clause.subject is None or not self._lead.match(line.codes):
            return None
        if self._in_all.match(line.codes):
            return None
        return self._comma(line, clause.subject) or self._bare(line, clause.subject)

    def _comma(self, line: Line, subject: int) -> int | None:
        """The comma before the subject, where no verb stands before that."""
        at = line.codes.rfind(",", 0, subject)
        return at if at > 0 and "V" not in line.codes[:at] else None

    def _bare(self, line: Line, subject: int) -> int | None:
        """Where the subject begins that no comma parts from what the sentence opens with."""
        found = self._subject.search(line.codes, 0, subject + 1)
        at = found.start() if found else 0
        return at if at > 1 and "V" not in line.codes[:at] else None
