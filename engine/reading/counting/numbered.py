"""Numbers by which something goes: "flight KL 1702", "Highway 61", "14 Cable Street"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...kinds import Kind
from ...knowledge import read_words
from ...model import Fact, Span, Value
from ..alternatives import any_of
from ..glance import Glance
from ..grammar.classes import Grammar
from ..meaning.circumstances import Circumstances
from ..meaning.mentions import Passage, mentioned
from ..meaning.scene import Scene

__all__ = ["NumberedFinder"]


class NumberedFinder:
    """Finds the numbers of a sentence that are names."""

    def __init__(self, _: Grammar, __: Circumstances) -> None:
        lists = read_words("labels").data
        nouns, number, streets = (any_of(lists[x]) for x in ("numbered", "number", "streets"))
        end = r"(?![\w%]|[.,:/-]\d)"
        self._no_names = frozenset(lists["no_names"])
        self._number = str(lists["number"][0])
        self._patterns = (
            re.compile(
                rf"\b(?i:(?P<thing>{nouns}),? (?:(?:{number}) ?)?)(?P<number>\d{{2,5}}[A-Z]?){end}"
            ),
            re.compile(rf"\b(?i:(?P<thing>{number})) ?(?P<number>\d{{2,5}}){end}"),
            re.compile(rf"\b(?P<thing>[A-Z]{{1,3}})[ -]?(?P<number>\d{{2,4}}){end}"),
            re.compile(rf"(?<![\w.,-])(?P<number>\d{{2,4}}) (?P<thing>[A-Z]\w+ {streets})\b"),
        )

    def concerns(self, sentence: Glance) -> bool:
        """As for ``Structure``."""
        return sentence.has_digits and any(p.search(sentence.text) for p in self._patterns)

    def facts(self, kind: Kind, scene: Scene, _: Sequence[Fact]) -> Iterator[Fact]:
        """As for ``Structure``."""
        line = scene.line
        passage = Passage(line.text, scene.part, scene.block, line.span, ())
        found: set[int] = set()
        for pattern in self._patterns:
            for match in pattern.finditer(line.text, line.span.start, line.span.end):
                thing, number = match["thing"], match["number"]
                if match.start("number") in found or thing in self._no_names:
                    continue
                found.add(match.start("number"))
                digits = "".join(sorted(filter(str.isdigit, number)))
                generic = thing.lower() in self._number or not thing[:1].isalpha()
                fields: dict[str, Value | None] = {
                    "thing": self._number if generic else thing.lower(),
                    "number": number,
                    "digits": digits,
                }
                yield mentioned(kind, passage, Span(*match.span()), fields, found="label")
