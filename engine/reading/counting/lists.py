"""Enumerations, with the number of members that the copy states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ...kinds import Kind
from ...model import Fact, Quantity, Value
from ..glance import Glance
from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural, noun_words
from ..grammar.verbs import VerbGroup
from ..meaning.circumstances import Circumstances
from ..meaning.scene import Scene, Stretch
from ..numbers import Number
from .counted import Counted, CountedFinder, Leaves
from .members import NAMES, Members
from .naming import Named, NamingFinder

__all__ = ["ListFinder"]

_MOST = 40
_FEWEST = 2
_REACH = 40
_OWNER = 5
"""Leaves before an apostrophe among which the noun phrase begins that it stands behind."""


@dataclass(frozen=True, slots=True)
class _List:
    """An enumeration.

    Attributes:
        first: index of the leaf where its statement begins.
        last: index of its last leaf.
        counted: what its members are.
        value: how many the copy says there are.
        listed: how many there are, or what they come to.
        members: the words of each.
        sums: the members are numbers, and ``listed`` is their sum.
        complete: it claims to name them all.
    """

    first: int
    last: int
    counted: Counted
    value: Quantity | None
    listed: int
    members: tuple[str, ...] = ()
    sums: bool = False
    complete: bool = False


class ListFinder:
    """Finds the enumerations of a sentence."""

    def __init__(self, grammar: Grammar, circumstances: Circumstances) -> None:
        self._circumstances = circumstances
        self._nouns = CountedFinder(grammar)
        self._members = Members(grammar)
        self._naming = NamingFinder(grammar, self._nouns)
        g = grammar
        item = rf"(?:[{NAMES}O]|{g.noun})"
        place = rf"{g['prepositions']}(?:{g['determiners']})?(?:[-']?{item}){{1,4}}"
        among = rf"(?P<among>{g['inclusions']}|{g['examples']})"
        self._open = re.compile(
            rf"(?:{place}){{0,2}}(?:,?{among}|,?(?P<all>{g['spelling_out']}):?|(?P<mark>[–(:])"
            rf"|(?P<pause>,)|(?P<be>V)(?=[^,;]))"
        )
        of = g.vocabulary.one_of(["of"])
        self._as = re.compile(rf"V?{g['identified_as']}")
        self._identifying = g.words("identifying")
        self._called = re.compile(rf"{of}(?=[CPX])")
        # "A, B and C, the two authors of the report, …"
        self._renamed = re.compile(
            rf"^(?P<names>[^V]*?),{g['definites']}(?P<number>N)[^V,;:–()]*,V"
        )
        self._later = re.compile(rf"[^:]{{0,{_REACH}}}(?P<mark>:)")
        self._each = re.compile(rf"[^;]{{0,{_REACH}}}?[,:–(](?={g['adverbs']}*N)")
        self._definite = re.compile(rf"(?:{g['definites']}|{g['wholes']}|')$")
        self._hanging = re.compile(rf"(?:{g['prepositions']}|{g['subordinators']})$")
        self._be = g.words("be")
        self._places = g.words("plural_places")
        self._others = g.words("additionals")
        self._ordinal = re.compile(
            rf"{g['articles']}(?P<ordinal>O)(?=V|[,;.]|$|{g['prepositions']})"
        )
        self._opening = re.compile(rf"^(?:{g['articles']}O|N)")

    def concerns(self, sentence: Glance) -> bool:
        """Whether a sentence may count what it lists."""
        counts = not {"N", "O"}.isdisjoint(sentence.figures)
        return counts or self._naming.concerns(sentence)

    def facts(self, kind: Kind, scene: Scene, _: Sequence[Fact]) -> Iterator[Fact]:
        """The enumerations of a sentence; arguments as for ``Structure``."""
        leaves = self._nouns.leaves(scene.line)
        end = -1
        for index, code in enumerate(leaves.codes):
            if code == "N" and index > end:
                found = self._counted_list(leaves, index)
                if found is not None:
                    end = found.last
                    yield self._fact(kind, found, leaves, scene)
        named = self._naming.found(leaves, scene) if end < 0 else None
        members = self._members.named(leaves, named.start, "be") if named else None
        if named is not None and members is not None:
            found = self._all_named(named, *members)
            yield from [self._fact(kind, found, leaves, scene)] if found else []
        self._naming.note(leaves, scene)
        ranked = self._ranked(leaves)
        if ranked is not None:
            yield self._fact(kind, ranked, leaves, scene)

    def _counted_list(self, leaves: Leaves, index: int) -> _List | None:
        """The enumeration of what the number at leaf ``index`` counts."""
        number = leaves.units[index].mention
        if not isinstance(number, Number) or number.quantity.low != number.quantity.high:
            return None
        counted = self._nouns.several(leaves, index)
        if counted is None:  # "five things to know"
            counted = self._nouns.several(leaves, index, hollow=True)
            if counted is None or counted.head not in noun_words("explained"):
                return None
            return self._explained(leaves, index, counted, number.quantity)
        if counted.further:
            return None
        if (behind := self._apposed(leaves, index, counted, number.quantity)) is not None:
            return behind
        opened = self._open.match(leaves.codes, counted.last + 1)
        found = None
        if opened is not None:
            found = self._opened(leaves, index, counted, number.quantity, opened)
        found = found or self._explained(leaves, index, counted, number.quantity)
        found = found or self._identified(leaves, index, counted, number.quantity)
        if found is None:
            found = self._summed(leaves, index, counted, number.quantity)
        return found

    def _apposed(
        self, leaves: Leaves, index: int, counted: Counted, value: Quantity
    ) -> _List | None:
        """The names of places behind "the three cities of", or those that a count stands behind."""
        definite = leaves.ending(self._definite, index) is not None
        if definite and self._called.match(leaves.codes, counted.last + 1):
            if leaves.units[counted.last].word not in self._places:
                return None
            return self._named(leaves, index, counted, value, counted.last + 2, "of")
        renamed = self._renamed.match(leaves.codes)
        if renamed is None or renamed.start("number") != index:
            return None
        members = self._members.named(leaves, 0, ",")
        if members is None or members[1] + 1 != renamed.end("names"):
            return None
        return _List(0, counted.last, counted, value, len(members[0]), members[0], complete=True)

    def _explained(
        self, leaves: Leaves, index: int, counted: Counted, value: Quantity
    ) -> _List | None:
        """The enumeration behind a colon later in the sentence."""
        colon = self._later.match(leaves.codes, counted.last + 1)
        if colon is None or counted.further:
            return None
        between = leaves.codes[counted.last + 1 : colon.start("mark")]
        if "N" in between or not self._explains(leaves, counted, colon.start("mark")):
            return None
        return self._named(leaves, index, counted, value, colon.end(), ":")

    def _opened(
        self, leaves: Leaves, index: int, counted: Counted, value: Quantity, opened: re.Match[str]
    ) -> _List | None:
        """The enumeration that a mark, a pause or a verb right behind the noun opens."""
        start = opened.end()
        if opened["among"]:
            return self._named(leaves, index, counted, value, start, "")
        if opened["all"]:
            return self._named(leaves, index, counted, value, start, "all")
        if opened["be"]:
            verb = leaves.units[opened.start("be")]
            definite = leaves.ending(self._definite, index)
            if verb.word not in self._be or len(verb.parts) > 1 or not definite:
                return None
            return self._named(leaves, index, counted, value, start, "be")
        mark = opened["mark"] or ","
        if mark == ":" and not self._explains(leaves, counted, opened.start("mark")):
            return None
        return self._named(leaves, index, counted, value, start, mark)

    @staticmethod
    def _explains(leaves: Leaves, counted: Counted, mark: int) -> bool:
        """Whether what follows ``mark`` can be what is counted.

        "Nine children with these symptoms: fever and a rash" lists no children.
        """
        return mark == counted.last + 1 or not is_plural(leaves.units[mark - 1].word)

    def _named(
        self, leaves: Leaves, index: int, counted: Counted, value: Quantity, start: int, mark: str
    ) -> _List | None:
        """The members that begin at leaf ``start``, behind ``mark``; empty for "including"."""
        found = self._members.named(leaves, start, mark)
        if found is None:
            return None
        members, last = found
        listed = len(members)
        words = {word for member in members for word in member.lower().split()}
        complete = mark != "" and words.isdisjoint(self._others)
        if mark == ",":
            definite = leaves.ending(self._definite, index) is not None
            before = max(0, index - 1 if definite else index)
            if leaves.codes[before : before + 1] == "'":  # "two of the council's 15 members, …"
                before = self._owner(leaves, before)
            hanging = leaves.ending(self._hanging, before) is not None
            named = leaves.codes[counted.last] in NAMES  # "the two Koreas, Japan and China"
            closed = leaves.codes[last + 1 : last + 3] == ",V" and not named
            more = listed > (value.high or 0) and not closed
            if listed != value.low and (hanging or not definite or more):
                return None
        if not mark and value.high is not None and listed > value.high:
            return None
        return _List(index, last, counted, value, listed, members, complete=complete)

    def _identified(
        self, leaves: Leaves, index: int, counted: Counted, value: Quantity
    ) -> _List | None:
        """Those whom somebody names: "named the five dead as …", "the two were identified as …"."""
        opened = self._as.match(leaves.codes, counted.last + 1)
        verb = leaves.codes.rfind("V", 0, opened.end()) if opened else -1
        group = leaves.units[verb].detail if verb >= 0 else None
        if opened is None or not isinstance(group, VerbGroup):
            return None
        if self._identifying.isdisjoint(group.lemmas) or group.negated or not counted.head:
            return None
        definite = leaves.ending(self._definite, index) is not None
        found = self._members.persons(leaves, opened.end()) if definite else None
        if found is None:
            return None
        members, last = found
        return _List(index, last, counted, value, len(members), members, complete=True)

    def _owner(self, leaves: Leaves, mark: int) -> int:
        """Where the noun phrase begins that an apostrophe stands behind."""
        first = mark
        while first and mark - first < _OWNER and leaves.ending(self._hanging, first) is None:
            if leaves.codes[first - 1] in "V,;:–(":
                break
            first -= 1
        return first

    def _summed(
        self, leaves: Leaves, index: int, counted: Counted, value: Quantity
    ) -> _List | None:
        """The parts of what the number at leaf ``index`` counts: "five in X, three in Y"."""
        opened = self._each.match(leaves.codes, counted.last + 1)
        if opened is None:
            return None
        found = self._members.parts(leaves, opened.end(), self._nouns)
        own_place = leaves.codes[counted.last + 1 : opened.end()]
        if found is None or self._members.goes_on(own_place, leaves, opened.end()):
            return None
        total, members, own, last = found
        low, high = value.low, value.high
        if own and total != low:
            return None  # twelve vehicles may well have nine drivers and two guards
        if any(int(part) >= (high or total + 1) for part in members):
            return None
        complete = leaves.codes[opened.end() - 1] != ","
        return _List(index, last, counted, value, total, (), sums=True, complete=complete)

    def _all_named(self, named: Named, members: tuple[str, ...], last: int) -> _List | None:
        """Those whom a sentence names, where it claims to name all that were counted before."""
        words = {word for member in members for word in member.lower().split()}
        if not words.isdisjoint(self._others):
            return None
        counted = Counted(named.noun, named.noun, 0, last)
        return _List(0, last, counted, named.value, len(members), members, complete=True)

    def _ranked(self, leaves: Leaves) -> _List | None:
        """An enumeration by rank: "one driver was from X, the second from Y"."""
        opening = self._opening.match(leaves.codes)
        if opening is None or "O" not in leaves.codes[opening.end() :]:
            return None
        index = opening.end() - 1
        number = leaves.units[index].mention
        if not isinstance(number, Number) or number.quantity.high != 1:
            return None
        counted = self._nouns.single(leaves, index)
        ranks = []
        last = index
        for match in self._ordinal.finditer(leaves.codes, index + 1):
            mention = leaves.units[match.start("ordinal")].mention
            if isinstance(mention, Number) and mention.quantity.high is not None:
                ranks.append(int(mention.quantity.high))
                last = match.start("ordinal")
        if counted is None or not ranks or max(ranks) > _MOST or max(ranks) < _FEWEST:
            return None
        if sorted(ranks) != list(range(min(ranks), max(ranks) + 1)) or min(ranks) > _FEWEST + 1:
            return None
        return _List(index, last, counted, None, max(ranks))

    def _fact(self, kind: Kind, found: _List, leaves: Leaves, scene: Scene) -> Fact:
        statement = Stretch(leaves.at[found.first], leaves.at[found.last])
        listed = Decimal(found.listed)
        fields: dict[str, Value | None] = {
            "counted": found.counted.head,
            "listed": Quantity(listed, listed),
            "counts": "sum" if found.sums else "members",
            "complete": "yes" if found.complete else None,
            "members": "; ".join(found.members) or None,
        }
        attribution = self._circumstances.attribution(statement, scene)
        told = self._circumstances.told(statement, scene, attribution)
        return self._circumstances.fact(
            kind, statement, scene, fields, told, found.value, phrase=f"{kind.name}/enumeration"
        )
