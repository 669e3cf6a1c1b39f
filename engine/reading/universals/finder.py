"""Facts of what an article says of all, of none or of never, each with the cases that break it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol, cast

from ...kinds import Kind
from ...model import Fact, Name, Value
from ..grammar.classes import Grammar
from ..meaning.circumstances import Circumstances
from ..meaning.mentions import Passage
from ..meaning.scene import Scene, Stretch
from .matching import breaks, is_plain, with_subject
from .parties import Party
from .statements import Said, StatementReader
from .words import universal_words

__all__ = ["Universal", "UniversalFinder"]

_NEAR = 2
"""Sentences behind one that says that a vote was unanimous which tell of the same vote."""
_READS = "universals"
_TOLD = ("universals", "told")


class ReadSentence(Protocol):
    """A sentence of an article."""

    @property
    def words(self) -> frozenset[str]:
        """Its words, in lower case."""

    @property
    def passage(self) -> Passage:
        """Where it stands."""


Universal = tuple[Said, Scene, int]
"""What is said, its sentence, and the number of that in its part."""


class _Part:
    """The sentences of a part, each read once, and only when it is asked for."""

    def __init__(
        self,
        sentences: Sequence[ReadSentence],
        scene_of: Callable[[Any], Scene],
        reader: StatementReader,
    ) -> None:
        self._sentences, self._scene_of, self._reader = sentences, scene_of, reader
        self._read: dict[int, list[Universal]] = {}

    def said(self, number: int) -> list[Universal]:
        """What a sentence says, with whom its pronouns mean: one told of in it or right before."""
        found = self._plain(number)
        subject = _subject(self._plain(number - 1)) if number else None
        meant: list[Universal] = []
        for said, scene, _ in found:
            meant.append((with_subject(said, subject), scene, number))
            subject = _subject(meant[-1:]) or subject
        return meant

    def _plain(self, number: int) -> list[Universal]:
        if number not in self._read:
            scene = self._scene_of(self._sentences[number])
            self._read[number] = [(said, scene, number) for said in self._reader.read(scene)]
        return self._read[number]


class UniversalFinder:
    """Finds what is said of all, of none or of never, and what breaks it."""

    def __init__(self, grammar: Grammar, circumstances: Circumstances) -> None:
        self._words = universal_words()
        self._circumstances = circumstances
        self._reader = StatementReader(grammar, self._words)

    def facts(
        self,
        kinds: Iterable[Kind],
        sentences: Sequence[ReadSentence],
        scene_of: Callable[[Any], Scene],
        told: dict[tuple[str, str], object],
    ) -> list[Fact]:
        """The facts of one part of an article.

        Args:
            kinds: all that are read.
            sentences: those of the part.
            scene_of: a sentence in its place.
            told: what the parts before it say of all; that of this part is added.
        """
        reading = [kind for kind in kinds if kind.reads == _READS]
        if not reading:
            return []
        part = _Part(sentences, scene_of, self._reader)
        universals = cast("list[Universal]", told.setdefault(_TOLD, []))
        universals += [
            each
            for number, sentence in enumerate(sentences)
            if self._words.may_tell(sentence.words)
            for each in part.said(number)
            if each[0].reach != "one" and is_plain(each[0], self._words)
        ]
        if not universals:
            return []
        verbs = frozenset().union(*(self._words.verbs(said.deed) for said, _, _ in universals))
        cases = [
            each
            for number, sentence in enumerate(sentences)
            if not verbs.isdisjoint(sentence.words)
            for each in part.said(number)
            if each[0].reach == "one"
        ]
        return [fact for kind in reading for fact in self._broken(kind, universals, cases)]

    def _broken(
        self, kind: Kind, universals: Sequence[Universal], cases: Sequence[Universal]
    ) -> Iterator[Fact]:
        """What is said of all, where a case breaks it, and the case."""
        for said, scene, number in universals:
            found = [
                case
                for case in cases
                if (case[2] != number or case[1].part != scene.part)
                and (said.object is not None or _is_near((said, scene, number), case))
                and breaks(said, case[0], self._words)
            ]
            thread = f"{scene.part}/{scene.line.units[said.first].start}"
            if found:
                yield self._fact(kind, said, scene, thread)
            for case, place, _ in found:
                yield self._fact(kind, case, place, thread)

    def _fact(self, kind: Kind, said: Said, scene: Scene, thread: str) -> Fact:
        statement = Stretch(said.first, said.last, said.clause)
        fields: dict[str, Value | None] = {
            "reach": said.reach,
            "deed": said.deed,
            "so": "yes" if said.so else "no",
            "doer": _name(said.doer),
            "object": _text(said.object),
            "lasting": "yes" if said.lasting else None,
            "anybody": "yes" if said.of is not None and said.of.anybody else None,
            "thread": thread,
        }
        attribution = self._circumstances.attribution(statement, scene)
        if attribution is not None and attribution.clause is said.clause:
            attribution = None  # "claimed responsibility" says what was done
        told = self._circumstances.told(statement, scene, attribution)
        return self._circumstances.fact(
            kind, statement, scene, fields, told, phrase=f"{kind.name}/{said.reach}"
        )


def _is_near(universal: Universal, case: Universal) -> bool:
    """Whether a case stands so near to what is said of all that it can only be of the same.

    "The vote was unanimous" does not say which.
    """
    said, scene, number = universal
    if said.of is None or not said.of.anybody or said.reach != "all":
        return True
    if case[1].part != scene.part:
        return False
    return 0 < case[2] - number <= _NEAR and case[0].first == 0


def _subject(told: Sequence[Universal]) -> Party | None:
    """Who does something there and is known, of several the last."""
    doers = [said.doer for said, _, _ in told]
    known = [each for each in doers if each is not None and each.definite and not each.reach]
    return known[-1] if known else None


def _name(party: Party | None) -> Name | None:
    text = _text(party)
    return Name(text, text, party.named) if text and party is not None else None


def _text(party: Party | None) -> str | None:
    return " ".join(sorted(party.keys)) if party is not None and party.keys else None
