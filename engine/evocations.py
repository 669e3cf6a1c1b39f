"""Fields of meaning: the words that give a field of a kind its value, by the role they have."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Annotated

from .knowledge import Document, Form, Limits, nearest, read_words

__all__ = [
    "ABOUT", "ANY", "OWN_TOPIC", "ROLES", "SURELY", "Evocation", "Identifier", "Polled",
    "check_evoked", "check_polled",
]  # fmt: skip

Identifier = Annotated[str, Limits(pattern=r"^[a-z][a-z_]*$")]

ABOUT = "about "
"""Before the name of a list of ``facts/words/topics.yaml``: in an article with a word of it."""

ANY = "any "
"""Before the name of a class of ``facts/words/classes.yaml``: where a word of it is counted."""

OWN_TOPIC = "it"
"""Behind ``ABOUT``: the topic of the choice itself."""

SURELY = "*"
"""Behind a word that says so only of what is surely a person."""

_Evoking = dict[str, Annotated[tuple[str, ...], Limits(shortest=1)]] | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evocation(Form):
    """The words that give a field one of its choices, each by what the figure is to it.

    A word that says so only beside others is written with those: ``{shoot: [dead, fatally]}``, or
    with those beside which it does not: ``{body: [not public]}``; in an article about something,
    ``{case: [about disease]}``, with a list of ``facts/words/topics.yaml``. ``burn*`` says so only
    of what is surely a person.

    Attributes:
        object: verbs that act on what is counted: "killed 17", "17 were killed".
        subject: verbs that it does: "17 died".
        state: what stands behind it or is said of it: "17 dead", "17 were missing".
        counted: nouns of what is counted itself: "17 deaths".
        of: nouns of which it is the complement: "the bodies of 17".
        quantity: nouns that come to the figure: "the toll rose to 17".
        spared: what is said of all whom it did not befall: "everyone got out unhurt".
        among: nouns for those it is a part of: "17 of the dead", "among the victims".
        topic: words in whose company a figure that nothing else explains is one. ``{see: [about
            it]}`` needs one of them, ``[about vote]`` one of those of the choice ``vote``.
        gives: other fields that are then known.
    """

    object: tuple[_Evoking, ...] = ()
    subject: tuple[_Evoking, ...] = ()
    state: tuple[_Evoking, ...] = ()
    counted: tuple[_Evoking, ...] = ()
    of: tuple[_Evoking, ...] = ()
    quantity: tuple[_Evoking, ...] = ()
    spared: tuple[_Evoking, ...] = ()
    among: tuple[_Evoking, ...] = ()
    topic: tuple[str, ...] = ()
    gives: dict[Identifier, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuses one without words, which would be of no use, and words without a letter."""
        if not any(getattr(self, role) for role in ROLES):
            raise ValueError(f"lists no word; give some as {', '.join(ROLES[:-1])} or {ROLES[-1]}")
        for role in ROLES:
            for word, _ in self.words(role):
                if not any(map(str.isalpha, word)):
                    raise ValueError(f"{role} lists {word!r}, which is no word; take it out")

    def words(self, role: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The words of a role as written, each with those that it needs beside it."""
        for entry in getattr(self, role):
            yield from _words(entry)


def _words(entry: _Evoking) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words of an entry, each with those that it needs beside it."""
    yield from entry.items() if isinstance(entry, dict) else ((entry, ()),)


ROLES: Sequence[str] = tuple(
    each.name for each in dataclasses.fields(Evocation) if each.name not in ("gives", "topic")
)
"""How a word may stand to the figure of which it says something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled(Form):
    """Which choices of a field are which figures of a poll or of a vote.

    Attributes:
        opinion: the share of those asked who answer so.
        ballot: the share of what was cast, or would be.
        rating: the share of those asked whom somebody pleases.
        turnout: the share of those who may vote who do.
        won: counts of what is won by votes; a hall or a bus may have the first of them, too.
        allotted: of those won, what a state has to give: "its 54 delegates".
        lead: how far somebody is ahead.
        swing: how far votes went from one side to another.
        shift: by how many points a share is up or down on an earlier one.
        error: how far a poll may be off.
        sample: how many were asked.
    """

    opinion: str = ""
    ballot: str = ""
    rating: str = ""
    turnout: str = ""
    won: tuple[str, ...] = ()
    allotted: tuple[str, ...] = ()
    lead: str = ""
    swing: str = ""
    shift: str = ""
    error: str = ""
    sample: str = ""

    def __post_init__(self) -> None:
        """Refuses some of the shares without the others, which are told apart from them."""
        if 0 < sum(map(bool, self.shares)) < len(self.shares):
            raise ValueError("name all of opinion, ballot, rating and turnout, or none")

    @property
    def shares(self) -> tuple[str, ...]:
        """What a share may be."""
        return (self.opinion, self.ballot, self.rating, self.turnout)

    @property
    def topics(self) -> tuple[str, ...]:
        """Those of which copy speaks, so that a share that says little is understood."""
        return (self.opinion, self.ballot)

    @property
    def apart(self) -> tuple[str, ...]:
        """What tells how far others are apart."""
        return tuple(each for each in (self.lead, self.swing, self.shift) if each)

    def named(self) -> Iterator[tuple[str, str]]:
        """Each attribute with a choice that it names."""
        for each in dataclasses.fields(self):
            value = getattr(self, each.name)
            yield from ((each.name, one) for one in ([value] if isinstance(value, str) else value))


_At = tuple[str | int, ...]
_Evoked = Mapping[str, Mapping[str, Sequence[Evocation]]]


def check_evoked(
    document: Document,
    evokes: _Evoked,
    joined: Mapping[str, Sequence[str]],
    choices: Mapping[str, Sequence[str]],
) -> None:
    """Refuses fields of meaning that cannot be read as they are written.

    Args:
        document: the file of the kind.
        evokes: by field and by choice, the words that give it.
        joined: by choice, those that come to it where they share one place.
        choices: by field, what it may be, for those that are a choice.

    Raises:
        KnowledgeError: when there is a second field, a field is no choice, a word stands twice in
            one role of a choice under the same conditions, there is no list of the topic that it
            needs, or what is joined is no choice of the field.
    """
    for number, (name, evoking) in enumerate(evokes.items()):
        if number:
            problem = "a kind has one field of meaning; make another kind of this one"
            raise document.error(problem, ("evokes", name))
        if name not in choices:
            problem = f"{name!r} is no choice; list what it may be, as in [killed, injured]"
            raise document.error(problem, ("evokes", name))
        for choice, evocations in evoking.items():
            own = {each for each in evoking if any(part.topic for part in evoking[each])}
            own |= {OWN_TOPIC} if choice in own else set()
            _check_words(document, evocations, own, ("evokes", name, choice))
    known = [choice for name in evokes for choice in choices[name]]
    for choice, several in joined.items():
        for each in (choice, *several):
            if each not in known:
                problem = f"{each!r} is no choice of a field of meaning{nearest(each, known)}"
                raise document.error(problem, ("joined", choice))


def check_polled(document: Document, polled: Polled, evokes: _Evoked) -> None:
    """Raises KnowledgeError where a figure of a poll is no choice of the field of meaning."""
    known = [choice for evoking in evokes.values() for choice in evoking]
    for name, choice in polled.named():
        if choice and choice not in known:
            problem = f"no words evoke {choice!r}{nearest(choice, known)}"
            raise document.error(problem, ("polled", name))


def _check_words(
    document: Document, evocations: Sequence[Evocation], own: AbstractSet[str], at: _At
) -> None:
    """Raises KnowledgeError for the first word of a choice that cannot be read as written."""
    topics = {*read_words("topics").data, *own}
    classes = read_words("classes").data
    seen: set[tuple[str, str, frozenset[str]]] = set()
    for where, role, entry in _entries(evocations, at):
        for word, beside in _words(entry):
            known = (role, word, frozenset(beside))
            if known in seen:
                raise document.error(f"{word!r} stands twice as {role}; leave one out", where)
            seen.add(known)
            for topic in (each.removeprefix(ABOUT) for each in beside if each.startswith(ABOUT)):
                if topic not in topics:
                    problem = f"facts/words/topics.yaml has no list {topic!r}"
                    raise document.error(f"{problem}{nearest(topic, topics)}", where)
            for class_ in (each.removeprefix(ANY) for each in beside if each.startswith(ANY)):
                if class_ not in classes:
                    problem = f"facts/words/classes.yaml has no class {class_!r}"
                    raise document.error(f"{problem}{nearest(class_, classes)}", where)


def _entries(evocations: Sequence[Evocation], at: _At) -> Iterator[tuple[_At, str, _Evoking]]:
    """Every entry below ``at``, with its place and its role."""
    for index, evocation in enumerate(evocations):
        for role in ROLES:
            for number, entry in enumerate(getattr(evocation, role)):
                yield (*at, index, role, number), role, entry
