"""The words for what is told of more than once, from ``facts/words/happenings.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ...knowledge import Form, kept, read_words
from ..events.words import event_words
from ..grammar.line import Unit
from ..grammar.nouns import singular
from ..grammar.verbs import VerbGroup
from ..grammar.vocabulary import word_lists

__all__ = ["HappeningWords", "Wording", "happening_words", "spoken_words"]

_SHORTEST = 3
_JOINING = ("relatives", "conjunctions", "subordinators")
_CLOSED = (
    "determiners", "prepositions", "relatives", "conjunctions", "subordinators", "negations",
    "pronouns", "adverbs", "degrees", "modals",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Class(Form):
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    once: bool = False
    often: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _File(Form):
    classes: dict[str, _Class]
    near: tuple[tuple[str, str], ...]
    begun: frozenset[str]
    ended: frozenset[str]
    judged: frozenset[str]
    terms: frozenset[str]
    working_days: frozenset[str]
    sequels: tuple[str, ...]
    courses: dict[str, frozenset[str]]
    course_verbs: dict[str, frozenset[str]]
    anniversary_of: frozenset[str]
    begun_with: frozenset[str]
    anniversaries: frozenset[str]
    birthdays: frozenset[str]
    jubilees: dict[str, int]
    waits: frozenset[str]
    counted_years: frozenset[str]
    now: frozenset[str]
    last_time: frozenset[str]
    light: frozenset[str]
    bare: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """What words say happened, and to what.

    Attributes:
        acts: the classes of happenings that they name, and the verbs that are none of one.
        things: the nouns and names beside, in the singular and in lower case.
    """

    acts: frozenset[str]
    things: frozenset[str]

    def __or__(self, other: Wording) -> Wording:
        """Both together."""
        return Wording(self.acts | other.acts, self.things | other.things)


@dataclass(frozen=True, slots=True)
class HappeningWords:
    """The lists, turned round: what a word says.

    Attributes:
        lists: the file.
        verbs: by the first word of a verb its further words, each with a class.
        nouns: the class of each noun.
        classes: the names of all classes.
        once: the classes of what comes to one thing one time.
        often: the classes of what comes to one thing again and again.
        near: pairs of classes of which one may stand for the other.
        reporting: verbs that only say who says so.
        joining: words that join a clause to another.
    """

    lists: _File
    verbs: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    nouns: Mapping[str, str]
    classes: frozenset[str]
    once: frozenset[str]
    often: frozenset[str]
    near: frozenset[frozenset[str]]
    reporting: frozenset[str]
    joining: frozenset[str]

    def wording(self, units: Sequence[Unit], text: str) -> Wording:
        """What a stretch of a line says happened, and to what."""
        acts: set[str] = set()
        things: set[str] = set()
        for at, unit in enumerate(units):
            group = unit.detail
            if isinstance(group, VerbGroup):
                behind = tuple(word.word for word in units[at + 1 : at + 4])
                acts |= self.acts(group.lemmas, behind)
                continue
            for word in spoken_words(unit, text):
                if named := self.noun(word):
                    acts.add(named)
                elif word not in self.lists.bare:
                    things.add(word)
        return Wording(frozenset(acts), frozenset(things))

    def acts(self, lemmas: Sequence[str], behind: Sequence[str]) -> set[str]:
        """The classes that a verb names with the words behind it, or the verb itself."""
        found: set[str] = set()
        for lemma in lemmas:
            classes = {
                name
                for rest, name in self.verbs.get(lemma, ())
                if all(word in behind for word in rest)
            }
            sense = {name for name, needed in event_words().verbs.get(lemma, ()) if not needed}
            found |= classes or sense or ({lemma} - self.lists.light - self.reporting)
        return found

    def noun(self, word: str) -> str | None:
        """The class that a noun names."""
        return self.nouns.get(word) or event_words().noun(word)

    def meet(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether two sets of acts may tell of one happening."""
        if one & other:
            return True
        return any(frozenset((a, b)) in self.near for a in one for b in other)


@cache
def happening_words() -> HappeningWords:
    """The words of ``facts/words/happenings.yaml``, read once."""
    return kept("happening-words", _read)


def _read() -> HappeningWords:
    file = read_words("happenings").parse(_File)
    verbs: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for name, each in file.classes.items():
        for verb in each.verbs:
            first, *rest = verb.split()
            verbs[first] = (*verbs.get(first, ()), (tuple(rest), name))
    return HappeningWords(
        lists=file,
        verbs=verbs,
        nouns={noun: name for name, each in file.classes.items() for noun in each.nouns},
        classes=frozenset(file.classes) | frozenset(event_words().lists.classes),
        once=frozenset(name for name, each in file.classes.items() if each.once),
        often=frozenset(name for name, each in file.classes.items() if each.often),
        near=frozenset(frozenset(pair) for pair in file.near),
        reporting=frozenset(word_lists("grammar")["reporting"]),
        joining=frozenset(word for name in _JOINING for word in word_lists("grammar")[name]),
    )


def spoken_words(unit: Unit, text: str) -> list[str]:
    """The nouns and names of a unit that is no verb, number or date, in the singular."""
    if unit.code in "DNTYOSUML":
        return []
    written = text[unit.start : unit.end]
    if not written[:1].isalpha():
        return []
    words = [word.strip("'’.,").lower() for word in written.split()]
    return [singular(word) for word in words if len(word) >= _SHORTEST and word not in _closed()]


@cache
def _closed() -> frozenset[str]:
    """The words that name nothing."""
    lists = word_lists("grammar")
    return frozenset(word for name in _CLOSED for word in lists[name])
