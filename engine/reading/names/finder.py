"""Finds who and where a text names: countries, persons, organisations and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Place
from .capitals import Reader, plain_text, reader
from .drafts import Draft, draft_names
from .gazetteer import Gazetteer, NameForm
from .persons import find_persons, reports_behind
from .places import find_places
from .spelling import fold
from .world import gazetteer

__all__ = ["Gazetteer", "NameForm", "NameMention", "find_names", "fold", "gazetteer"]


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


def find_names(text: str) -> list[NameMention]:
    """Every name of one part of an article, in order, none overlapping another.

    Names are read with the whole text in view: a bare surname is the person named in full
    elsewhere, an acronym the organisation it was introduced for, and of several places of
    one name that one is chosen whose region or country is named, too.

    Args:
        text: the title or the body, whole.
    """
    plain, knowledge = plain_text(text), reader()
    drafts = draft_names(plain, knowledge)
    _expand_acronyms(plain, drafts)
    _carry_owners(drafts)
    find_persons(plain, drafts, knowledge)
    find_places(plain, drafts, knowledge)
    surnames = {
        fold(draft.text.split()[-1]) for draft in drafts if draft.form == "person" and draft.text
    }
    firm = {draft.text for draft in drafts if not draft.weak}
    return [
        _mention(text, draft, knowledge)
        for draft in drafts
        if _names_somebody(draft, knowledge)
        and (
            not draft.weak
            or draft.text in firm
            or fold(draft.text) in surnames
            or _speaks(plain, draft, knowledge)
        )
    ]


def _names_somebody(draft: Draft, knowledge: Reader) -> bool:
    """Whether anything is left of a name without what is put behind names, "Jr" and "III"."""
    return any(word not in knowledge.words.suffixes for word in draft.text.split())


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


def _mention(text: str, draft: Draft, knowledge: Reader) -> NameMention:
    start, end = draft.start, draft.end
    actor = draft.actor or (draft.text if draft.form == "unknown" else None)
    if start and text[start - 1] == "-" and _detached(text, start, knowledge):
        actor = None
    place = None
    if draft.number is not None:
        place = knowledge.world.as_place(draft.number, text[start:end])
    return NameMention(
        start, end, draft.form, actor, place, draft.affiliation,
        None if draft.title is None else text[slice(*draft.title)], draft.sort,
    )  # fmt: skip


def _detached(text: str, start: int, knowledge: Reader) -> bool:
    """Whether "pro-" or "anti-" stands before a name."""
    before = text[max(0, start - 12) : start - 1].rsplit(None, 1)
    return bool(before) and before[-1].lower() in knowledge.words.detached
