"""What belie can read: the kinds of fact, as declared in ``facts/kinds/*.yaml``.

This module knows the form of a kind file; what its phrases and words mean is for ``reading``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from .claims import Claims, check_claims
from .evocations import SURELY, Evocation, Identifier, Polled, check_evoked, check_polled
from .knowledge import FACTS, Document, Form, KnowledgeError, Limits, kept, nearest, read_yaml
from .model import Fact
from .orders import order_of

__all__ = [
    "Evocation", "FieldType", "Kind", "Occasion", "PhraseSource", "QuantityType", "Reads",
    "kind_schema", "load_kind", "load_kinds", "refuse_declared", "shipped_kinds",
]  # fmt: skip

FieldType = Literal[
    "actor", "side", "group", "place", "text", "date", "people", "count", "share", "points",
    "money", "measure", "amount", "scope", "increment", "tense", "choice",
]  # fmt: skip
"""What a field holds.

``actor``, ``side`` and ``group`` hold a Name (a side is who can hold ground: a person counts as
what they lead; a group is people counted), ``place`` a Place, ``date`` a TimeSpan, ``text``,
``choice``, ``scope``, ``increment`` and ``tense`` a str, the rest a Quantity, of which an
``amount`` may be any. A choice is one of those declared. A scope names what binds facts
together: a phrase gives ``sentence``, ``block`` or ``contrast``, and the facts in one of these
share its value. An increment is ``yes`` where the fact's figure comes on top of another ("five
more"), and unknown otherwise. A tense is what the verb says: ``past``, ``present`` or ``future``.
"""

QuantityType = Literal["people", "count", "share", "points", "money", "measure", "amount"]
"""What a kind's own figure may be: those of the above that hold a Quantity."""

Reads = Literal[
    "phrases", "names", "dates", "figures", "lists", "conversions", "quotes", "positions",
    "mentions", "comparisons", "deeds", "labels", "reckonings", "universals",
]  # fmt: skip
"""What the facts of a kind are made from.

``phrases`` of its own, or words that evoke one of its fields; every mention of ``names`` or
``dates``; or how a sentence is built: ``figures`` with what they count, ``lists`` with their
length, ``conversions`` of a figure beside it, ``quotes`` and what is reported, ``positions`` and
whose they are, ``mentions`` of numbers and dates with the words beside them, ``comparisons`` of a
figure with that of another time, ``deeds`` of which only one can be, ``labels`` by whose
number something goes, ``reckonings`` of what figures come to, ``universals`` that are said of all
with the cases that break them.
"""

_TAKEN = {"fact", "start", "position", *(each.name for each in dataclasses.fields(Fact))}
_OF_TYPE: Mapping[str, tuple[str, ...]] = {
    "increment": ("yes",),
    "tense": ("past", "present", "future"),
}
"""What a field of a type may be, whatever its kind."""

_GIVEN: Mapping[str, tuple[str, ...]] = {
    "scope": ("sentence", "block", "contrast"),
    "increment": _OF_TYPE["increment"],
}
Behaviour = Literal["event", "harm"]
"""What facts of a kind do beside others.

``event``: they are about happenings. ``harm``: what they tell of makes one, where no word does.
"""

_Word = Annotated[str, Limits(pattern=r"^[a-z][a-z-]*$")]
_Choices = Annotated[tuple[_Word, ...], Limits(shortest=1)]
_Pair = Annotated[tuple[_Word, ...], Limits(shortest=2, longest=2)]


_Examples = tuple[dict[str, str | dict[str, Any]], ...]


def _check_examples(tests: _Examples) -> None:
    for sentence, expected in (each for test in tests for each in test.items()):
        if isinstance(expected, str) is not (sentence == "none"):
            raise ValueError("write an example as 'sentence: {field: value}' or 'none: sentence'")


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseSource(Form):
    """One phrase as written in a kind file.

    Attributes:
        say: the template.
        gives: fields that the phrase fixes by itself.
        negated: fields that it fixes instead where the verb is negated; without it a
            negated verb gives no fact.
        ongoing: fields that it fixes instead while it is going on ("is losing").
        unless: words whose presence in the sentence means something else.
        manner: adverbs of which the verb must have one ("fatally").
        needs: words of which the sentence must have one.
        tests: sentences with the fields they must give, or ``none: sentence``.
    """

    say: Annotated[str, Limits(shortest=1, longest=400)]
    gives: dict[Identifier, str] = field(default_factory=dict)
    negated: dict[Identifier, str] = field(default_factory=dict)
    ongoing: dict[Identifier, str] = field(default_factory=dict)
    unless: tuple[str, ...] = ()
    manner: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    tests: _Examples = ()

    def __post_init__(self) -> None:
        """Refuses an example that is neither a sentence with its fields nor one without any."""
        _check_examples(self.tests)


_Evocations = Annotated[tuple[Evocation, ...], Limits(shortest=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion(Form):
    """What binds the facts of one poll or one vote, and what they share by that.

    Attributes:
        scope: the field that holds the same for all of them.
        narrower: scopes that end within it: with the place, the round, the people asked.
        place: the field for where it was.
        group: the field for the people asked.
        asker: the field for who asked.
    """

    scope: Identifier
    narrower: tuple[Identifier, ...] = ()
    place: Identifier
    group: Identifier
    asker: Identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class _KindFile(Form):
    kind: Identifier
    title: str
    value: QuantityType | None = None
    reads: Reads = "phrases"
    compared: bool = False
    fields: dict[Identifier, FieldType | _Choices] = field(default_factory=dict)
    called: dict[Identifier, str] = field(default_factory=dict)
    means: dict[Identifier, str] = field(default_factory=dict)
    counts: dict[Identifier, _Choices] = field(default_factory=dict)
    unless: tuple[str, ...] = ()
    occasion: Occasion | None = None
    behaves: tuple[Behaviour, ...] = ()
    evokes: dict[Identifier, dict[_Word, _Evocations]] = field(default_factory=dict)
    joined: dict[_Word, _Choices] = field(default_factory=dict)
    order: tuple[_Pair, ...] = ()
    fates: tuple[str, ...] = ()
    rising: dict[Identifier, str] = field(default_factory=dict)
    never: tuple[str, ...] = ()
    polled: Polled | None = None
    tests: _Examples = ()
    claims: Claims | None = None
    phrases: tuple[PhraseSource, ...] = ()

    def __post_init__(self) -> None:
        """Refuses a kind that says twice, or not at all, what it is read from."""
        if (self.reads == "phrases") != bool(self.phrases or self.evokes or self.claims):
            raise ValueError("a kind reads phrases, and has some, or it reads something else")
        if self.compared and self.phrases:
            raise ValueError("a kind that is only compared reads no phrases")
        _check_examples(self.tests)


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A sort of fact.

    Attributes:
        name: such as ``control``.
        title: what it is about, in words.
        value: type of the fact's figure; ``None`` for kinds without one.
        reads: what the facts are made from.
        compared: whether its facts are read only where copy is held against other copy, and
            told only where a finding names them.
        fields: type by field; for a choice, ``choices`` lists what it may be.
        choices: the values of each choice field.
        called: a noun for a field where its name is none.
        means: what a field holds, where its name and type do not say.
        counts: the choices of a field with which the figure of a kind of shares is a count.
        unless: words whose presence in a sentence means that it says nothing of the sort.
        occasion: what facts of one poll or vote share; ``None`` where they share nothing.
        behaves: what its facts do beside others: those that are about an ``event`` have one.
        evokes: by field, and by choice of it, the words that give a figure that choice.
        joined: by choice, those that come to it where their verbs share one place: "killed or
            wounded".
        order: by choice field, pairs of its choices of which the first counts no more than the
            second, in one happening; those that follow from others included.
        fates: words for what else befell some, so that a figure with one of them does not go on
            with what was said of those before: "three others escaped".
        rising: fields that are then known, where a count is said to have risen.
        never: nouns of other figures, which are none of the kind: "inflation".
        polled: which of its choices are which figures of a poll or a vote; none of them are,
            where it names none.
        tests: sentences with the fields they must give, or ``none: sentence``.
        claims: the words that claim some ground, by the role of the ground.
        phrases: how it is said.
        document: the file, for errors that point.
    """

    name: str
    title: str
    value: QuantityType | None
    reads: Reads
    compared: bool
    fields: Mapping[str, FieldType]
    choices: Mapping[str, tuple[str, ...]]
    called: Mapping[str, str]
    means: Mapping[str, str]
    counts: Mapping[str, tuple[str, ...]]
    unless: tuple[str, ...]
    occasion: Occasion | None
    behaves: tuple[Behaviour, ...]
    evokes: Mapping[str, Mapping[str, tuple[Evocation, ...]]]
    joined: Mapping[str, tuple[str, ...]]
    order: Mapping[str, tuple[tuple[str, str], ...]]
    fates: tuple[str, ...]
    rising: Mapping[str, str]
    never: tuple[str, ...]
    polled: Polled
    tests: tuple[Mapping[str, str | Mapping[str, Any]], ...]
    claims: Claims | None
    phrases: tuple[PhraseSource, ...]
    document: Document

    def allowed(self, name: str) -> tuple[str, ...]:
        """What the field ``name`` may be, where that is a short list; else nothing."""
        return self.choices.get(name) or _OF_TYPE.get(self.fields[name], ())

    def evoking_verbs(self) -> Iterator[str]:
        """The verbs of ``evokes`` and ``claims``, in their base form."""
        yield from self.claims.verbs() if self.claims else ()
        evocations = (each for choices in self.evokes.values() for each in choices.values())
        for evocation in chain.from_iterable(evocations):
            for role in ("object", "subject"):
                yield from (verb.rstrip(SURELY) for verb, _ in evocation.words(role))


def load_kind(document: Document) -> Kind:
    """The kind that ``document`` declares.

    Raises:
        KnowledgeError: when the file does not have the form of a kind, a field is called as
            something that every fact has, or a phrase gives a field or a choice that the kind
            does not declare.
    """
    file = document.parse(_KindFile)
    fields = {k: v if isinstance(v, str) else "choice" for k, v in file.fields.items()}
    choices = {k: v for k, v in file.fields.items() if not isinstance(v, str)}
    for name, type_ in fields.items():
        if name in _TAKEN:
            problem = f"every fact has a {name!r} of its own; rename the field"
            raise document.error(problem, ("fields", name))
        if type_ == "choice" and name not in choices:
            raise document.error("list what it may be, as in [open, closed]", ("fields", name))
    _check_named(document, file, fields)
    _check_given(document, file, fields, choices)
    check_evoked(document, file.evokes, file.joined, choices)
    polled = file.polled or Polled()
    check_polled(document, polled, file.evokes)
    if file.claims is not None:
        check_claims(document, file.claims, tuple(fields), choices)
    return Kind(
        name=file.kind,
        title=file.title,
        value=file.value,
        reads=file.reads,
        compared=file.compared,
        fields=MappingProxyType(fields),
        choices=MappingProxyType(choices),
        called=MappingProxyType(file.called),
        means=MappingProxyType(file.means),
        counts=MappingProxyType(file.counts),
        unless=file.unless,
        occasion=file.occasion,
        behaves=file.behaves,
        evokes=MappingProxyType(file.evokes),
        joined=MappingProxyType(file.joined),
        order=order_of(document, file.order, choices),
        fates=file.fates,
        rising=file.rising,
        never=file.never,
        polled=polled,
        tests=file.tests,
        claims=file.claims,
        phrases=file.phrases,
        document=document,
    )


def _check_named(document: Document, file: _KindFile, fields: Mapping[str, FieldType]) -> None:
    """Raises KnowledgeError where something else names a field that is none of ``fields``."""
    named = [(name, ("called", name)) for name in file.called]
    named += [(name, ("means", name)) for name in file.means]
    named += [(name, ("counts", name)) for name in file.counts]
    for key, part in (("occasion", file.occasion),):
        for inner, names in (dataclasses.asdict(part) if part else {}).items():
            own = (names,) if isinstance(names, str) else names
            named += [(name, (key, inner)) for name in own]
    for name, at in named:
        if name not in fields:
            raise document.error(f"no field {name!r}{nearest(name, fields)}", at)


def _check_given(
    document: Document,
    file: _KindFile,
    fields: Mapping[str, FieldType],
    choices: Mapping[str, tuple[str, ...]],
) -> None:
    """Raises KnowledgeError where what is given is no field, or never has that value."""
    given: list[tuple[str, str, tuple[str | int, ...]]] = [
        (name, value, ("phrases", index, key, name))
        for index, phrase in enumerate(file.phrases)
        for key in ("gives", "negated", "ongoing")
        for name, value in getattr(phrase, key).items()
    ]
    for name, evoking in file.evokes.items():
        for choice, evocations in evoking.items():
            at = ("evokes", name, choice)
            given.append((name, choice, at))
            given += [
                (key, value, (*at, index, "gives", key))
                for index, evocation in enumerate(evocations)
                for key, value in evocation.gives.items()
            ]
    for name, value, where in given:
        if name not in fields:
            raise document.error(f"no field {name!r}{nearest(name, fields)}", where)
        allowed = choices.get(name) or _GIVEN.get(fields[name], (value,))
        if value not in allowed:
            problem = f"{name} is never {value!r}{nearest(value, allowed)}"
            raise document.error(problem, where)


def kind_schema() -> dict[str, Any]:
    """The JSON Schema of a kind file, with which editors complete and check one."""
    from .forms import schema_of

    return schema_of(_KindFile)


def load_kinds(folders: Sequence[Path] | None = None) -> dict[str, Kind]:
    """Every kind below ``folders``, by name, in order of file name.

    Args:
        folders: where to look; those that come with belie when ``None``.

    Raises:
        KnowledgeError: for a file that is no kind, or a kind declared twice.
    """
    return dict(shipped_kinds()) if folders is None else _load(folders)


@cache
def shipped_kinds() -> Mapping[str, Kind]:
    """The kinds that come with belie, read once; errors as for ``load_kinds``."""
    return kept("kinds", lambda: _load((FACTS / "kinds",)))


def _load(folders: Iterable[Path]) -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")):
            kind = load_kind(read_yaml(path))
            refuse_declared(kind, kinds)
            kinds[kind.name] = kind
    return kinds


def refuse_declared(kind: Kind, known: Mapping[str, Kind]) -> None:
    """Raises KnowledgeError where a kind of that name is ``known``."""
    if kind.name in known:
        first = known[kind.name].document.path
        problem = f"{kind.name!r} is already declared in {first}"
        raise KnowledgeError(kind.document.path, 1, 1, problem)
