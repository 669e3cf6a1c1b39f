"""Finds who and where a text names: countries, persons, organisations and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ...model import NameForm, Place
from .capitals import Reader, plain_text, reader, word_before
from .drafts import Draft
from .gazetteer import Gazetteer
from .persons import find_persons, reports_behind
from .places import find_places
from .runs import draft_names
from .spelling import fold
from .world import gazetteer

__all__ = ["Gazetteer", "NameMention", "find_names", "fold", "gazetteer"]


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name where it stands in a text.

    Attributes:
        start: offset of its first code point.
        end: offset behind its last; a possessive mark is left out, a head word that belongs
            to a place ("Kherson oblast") is not.
        form: what sort of name it is.
        actor: key of who acts under that name: the country for a demonym or a metonym, the
            full name for a person; ``None`` where it can only be a place.
        place: the place that it can stand for; ``None`` for a place that no table knows.
        affiliation: key of the country or organisation that a person's title or an
            organisation's name tells.
        title: a person's title as written.
        sort: what sort of actor the table says it is, such as ``news-agency``.
    """

    start: int
    end: int
    form: NameForm
    actor: str | None
    place: Place | None
    affiliation: str | None = None
    title: str | None = None
    sort: str | None = None


def find_names(text: str, origin: int = 0) -> list[NameMention]:
    """Every name of one part of an article, in order, none overlapping another.

    Names are read with the whole text in view: a bare surname is the person named in full
    elsewhere, an acronym the organisation it was introduced for, and of several places of
    one name that one is chosen whose region or country is named, too.

    Args:
        text: the title or the body, whole, or both.
        origin: where in ``text`` the offsets of the mentions count from.
    """
    plain, knowledge = plain_text(text), reader()
    drafts = draft_names(plain)
    _expand_acronyms(plain, drafts)
    _carry_owners(drafts)
    find_persons(plain, drafts, knowledge)
    find_places(plain, drafts, knowledge)
    suffixes = knowledge.words.suffixes
    elsewhere = _Elsewhere(drafts)
    return [
        _mention(text, draft, knowledge, origin)
        for draft in drafts
        if (
            not draft.weak
            or draft.text in elsewhere.firm
            or fold(draft.text) in elsewhere.surnames
            or _speaks(plain, draft, knowledge)
        )
        and not suffixes.issuperset(draft.text.split())  # "Jr" and "III" are no names
    ]


class _Elsewhere:
    """What else a text names, by which a word at the start of a sentence is known for a name."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts

    @cached_property
    def firm(self) -> set[str]:
        return {draft.text for draft in self._drafts if not draft.weak}

    @cached_property
    def surnames(self) -> set[str]:
        persons = (draft.text for draft in self._drafts if draft.form == "person")
        return {fold(text.rpartition(" ")[2]) for text in persons if text}


def _speaks(text: str, draft: Draft, knowledge: Reader) -> bool:
    """Whether a word at the start of a sentence is a name for what it does, unlike a plural."""
    several = " " in draft.text or draft.text.endswith("s")
    return not several and reports_behind(text, draft.end, knowledge)


def _expand_acronyms(text: str, drafts: Sequence[Draft]) -> None:
    """Gives "RSF" the actor of "Rapid Support Forces (RSF)" wherever it stands behind it."""
    named: dict[str, Draft] = {}
    for before, draft in zip((None, *drafts), drafts, strict=False):
        if before is not None and text[before.end : draft.start] == " (":
            acts = before.form in ("organisation", "actor", "unknown")
            if acts and text.startswith(")", draft.end) and _abbreviates(draft, before):
                if before.form == "unknown":
                    before.form, before.actor = "organisation", before.text
                named[draft.text] = before
        whole = named.get(draft.text)
        if whole is not None:
            draft.form, draft.actor, draft.sort = whole.form, whole.actor, whole.sort
            draft.affiliation, draft.weak = whole.affiliation, False
            draft.places, draft.number = (), None


def _abbreviates(short: Draft, whole: Draft) -> bool:
    """Whether the capitals of ``short`` are initials of ``whole``, in order."""
    initials = iter([word[:1].upper() for word in whole.text.replace("-", " ").split()])
    letters = [letter for letter in short.text if letter.isupper()]
    return len(letters) > 1 and all(letter in initials for letter in letters)


def _carry_owners(drafts: Sequence[Draft]) -> None:
    """Gives "the Defense Ministry" the country of the only one that the text names with it."""
    owners: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.form == "organisation" and draft.affiliation and draft.actor:
            name = draft.actor.removesuffix(f" of {draft.affiliation}")
            owners.setdefault(name, set()).add(draft.affiliation)
    for draft in drafts:
        if draft.form == "organisation" and not draft.affiliation and draft.actor:
            affiliations = owners.get(draft.actor, set())
            if len(affiliations) == 1:
                (draft.affiliation,) = affiliations
                draft.actor = f"{draft.actor} of {draft.affiliation}"


def _mention(text: str, draft: Draft, knowledge: Reader, origin: int) -> NameMention:
    start, end, form, number, title = draft.start, draft.end, draft.form, draft.number, draft.title
    actor = draft.actor or (draft.text if form == "unknown" else None)
    if start and text[start - 1] == "-" and _detached(text, start, knowledge):
        actor = None
    return NameMention(
        start - origin,
        end - origin,
        form,
        actor,
        None if number is None else knowledge.world.as_place(number, text[start:end]),
        draft.affiliation,
        None if title is None else _whole_title(text, *title, knowledge),
        draft.sort,
    )


def _whole_title(text: str, start: int, end: int, knowledge: Reader) -> str:
    """A title with what stands before it and belongs to it, whether capitalised or not."""
    modifiers = knowledge.words.title_modifiers
    while (word := word_before(text, start)) in modifiers:
        start -= len(word) + 1
    return text[start:end]


def _detached(text: str, start: int, knowledge: Reader) -> bool:
    """Whether "pro-" or "anti-" stands before a name."""
    before = text[max(0, start - 12) : start - 1].rsplit(None, 1)
    return bool(before) and before[-1].lower() in knowledge.words.detached
