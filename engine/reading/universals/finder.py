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


class UniversalFinder:
    """Finds what is said of all, of none or of never, and what breaks it."""

    def __init__(self, grammar: Grammar, circumstances: Circumstances) -> None:
        self._words = universal_words()
        self._circumstances = circumstances
        self._reader = StatementReader(grammar, self._words)
        self._persons = grammar.words("persons_singular")

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
        before = cast("list[Universal]", told.setdefault(_TOLD, []))
        hinted = any(not self._words.signs.isdisjoint(each.words) for each in sentences)
        if not reading or not (before or hinted):
            return []
        universals, cases = list(before), []
        last: Party | None = None
        for number, sentence in enumerate(sentences):
            scene = scene_of(sentence)
            for read in self._reader.read(scene):
                said = with_subject(read, last)
                doer = read.doer
                if doer is not None and doer.definite and not doer.reach:
                    last = doer
                if said.reach == "one":
                    cases.append((said, scene, number))
                elif is_plain(said, self._words):
                    universals.append((said, scene, number))
        before += universals[len(before) :]
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
            "thread": thread,
        }
        attribution = self._circumstances.attribution(statement, scene)
        if attribution is not None and attribution.clause is said.clause:
            attribution = None  # "claimed responsibility" says what was done
        told = self._circumstances.told(statement, scene, attribution)
        return self._circumstances.fact(
            kind, statement, scene, fields, told, phrase=f"{kind.name}/{said.reach}"
        )


def _name(party: Party | None) -> Name | None:
    text = _text(party)
    return Name(text, text, party.named) if text and party is not None else None


def _text(party: Party | None) -> str | None:
    return " ".join(sorted(party.keys)) if party is not None and party.keys else None
