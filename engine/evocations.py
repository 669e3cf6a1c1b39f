"""Fields of meaning: the words that give a field of a kind its value, by the role they have."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Annotated

from .knowledge import Document, Form, Limits, nearest, read_words

__all__ = [
    "ABOUT",
    "ANY",
    "OWN_TOPIC",
    "ROLES",
    "SURELY",
    "Evocation",
    "Identifier",
    "check_evoked",
]

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
    among: tuple[_Evoking, ...] = ()
    topic: tuple[str, ...] = ()
    gives: dict[Identifier, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuses one without words, which would be of no use."""
        if not any(getattr(self, role) for role in ROLES):
            raise ValueError(f"lists no word; give some as {', '.join(ROLES[:-1])} or {ROLES[-1]}")

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
