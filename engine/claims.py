"""Claims by role: the words that say who holds what, by the role that the ground has to them.

Of ``captured: {object: [seize], to: [fall], of: [capture]}`` each word is listed once, and the
grammar supplies the ways to build a sentence of it: "rebels seized the town", "the town that was
seized", "the town fell to rebels", "the capture of the town by rebels".
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .evocations import Identifier
from .knowledge import Document, Form, nearest, read_words

__all__ = ["ANY", "ARMED", "CAMP", "FORCE", "Claiming", "Claims", "check_claims"]

CAMP = "camp"
"""The field for whom somebody fights who is described and not named."""

ARMED = "*"
"""Behind a word that says so only of somebody armed, or where the copy is about it."""

FORCE = "!"
"""Behind a word that says so only of a power or an army, whatever the copy is about.

Twice, it is said of an army alone.
"""

ANY = "+"
"""Behind a word that says so of whatever stands in its role, where the copy is about it."""

_GIVEN = ("negated", "never", "ongoing", "lasting")
"""The parts of a choice that hold fields and no words."""

_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claiming(Form):
    """The words that claim one thing of some ground, by the role of the ground.

    ``take*`` claims it only of somebody armed, or in copy that is about it; of ``overrun+`` any
    noun is ground in such copy; ``leave!`` claims it of a power or an army alone, and ``base!!`` of
    an army. ``take over`` is a verb with its particle.

    Attributes:
        object: verbs that act on it: "seized the town", "the town was seized".
        subject: verbs that it does by itself: "the town fell".
        to: verbs that it does, with the holder behind "to": "the town fell to rebels".
        leaving: verbs of the holder, and it stands behind "from": "retreated from the town".
        entering: verbs of the holder, and it stands behind "into": "marched into the town".
        nearing: verbs of the holder, and it stands behind "on" or "in": "advanced on the town".
        driving: verbs that act on the holder: "drove the rebels from the town".
        sending: verbs of the holder that act on a force of theirs: "pulled its troops out of".
        placing: the same, and it stands behind "into": "sent its troops into the town".
        present: verbs of the holder, who is in it: "troops are stationed in the town".
        being: verbs behind which it is said whose it is: "the town remains Russian".
        contesting: verbs of those who fight, and it stands behind "for" or "over".
        between: verbs that act on it, with the holders behind "between".
        of: nouns that it stands behind with "of", or before as an owner: "the fall of the town".
        toward: nouns that it stands behind with "to": "their claim to the island".
        away: nouns that it stands behind with "from": "the retreat from the town".
        under: nouns that it is under: "the town is under siege".
        within: nouns that it stands behind with "in" or "on": "a foothold in the town".
        over: nouns that it stands behind with "for": "the battle for the town".
        modifier: participles before it: "rebel-held", "occupied".
        preposition: what it stands before with its holder: "areas under the rebels".
        own: nouns for it behind whose it is: "rebel territory", "a stronghold of the rebels".
        keeping: verbs that act on the holding itself: "take control of the town".
        negated: fields that are given instead where it is negated; without them it then says
            nothing.
        never: the same where it is negated for all time.
        ongoing: fields that are given instead while it goes on.
        lasting: fields that are given too where it is said to go on: "still hold the town".
    """

    object: _Words = ()
    subject: _Words = ()
    to: _Words = ()
    leaving: _Words = ()
    entering: _Words = ()
    nearing: _Words = ()
    driving: _Words = ()
    sending: _Words = ()
    placing: _Words = ()
    present: _Words = ()
    being: _Words = ()
    contesting: _Words = ()
    between: _Words = ()
    of: _Words = ()
    toward: _Words = ()
    away: _Words = ()
    under: _Words = ()
    within: _Words = ()
    over: _Words = ()
    modifier: _Words = ()
    preposition: _Words = ()
    own: _Words = ()
    keeping: _Words = ()
    negated: dict[Identifier, str] = field(default_factory=dict)
    never: dict[Identifier, str] = field(default_factory=dict)
    ongoing: dict[Identifier, str] = field(default_factory=dict)
    lasting: dict[Identifier, str] = field(default_factory=dict)


VERB_ROLES: Sequence[str] = (
    "object", "subject", "to", "leaving", "entering", "nearing", "driving", "sending",
    "placing",
    "present", "being", "contesting", "between", "keeping",
)  # fmt: skip
"""The roles of which the words are verbs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims(Form):
    """Everything that is claimed of some ground.

    Attributes:
        camps: by choice of the field ``camp``, the list of words for whoever fights for it.
        field: the field that says what is claimed.
        holder: the field for whose it is.
        loser: the field for whose it was.
        ground: the field for what is held.
        about: the list of ``facts/words/copy.yaml`` that tells copy about it from other copy.
        beside: the list of words that tell so too, where one of the first stands in the copy.
        other: the list for copy that says the same words of something else.
        holding: nouns for having it: "control", "possession".
        held: what ``holding`` claims where no verb says more: "the rebels' grip on the town".
        choices: by choice of the field, the words that claim it.
        deeds: by choice of the field, the list of words for what is claimed as somebody's deed:
            "a blast in the town was claimed by" them says nothing of the town.
    """

    camps: dict[str, str] = field(default_factory=dict)
    deeds: dict[str, str] = field(default_factory=dict)
    field: Identifier
    holder: Identifier
    loser: Identifier
    ground: Identifier
    about: str
    beside: str
    other: str
    holding: _Words
    held: str
    choices: dict[str, Claiming]

    def verbs(self) -> Iterator[str]:
        """Its verbs, in their base form and without particles."""
        for claiming in self.choices.values():
            for role in VERB_ROLES:
                for entry in getattr(claiming, role):
                    yield entry.rstrip(ARMED + ANY + FORCE).partition(" ")[0]


def check_claims(
    document: Document, claims: Claims, fields: Sequence[str], choices: Mapping[str, Sequence[str]]
) -> None:
    """Refuses claims that name what there is not.

    Args:
        document: the file of the kind.
        claims: as written there.
        fields: those of the kind.
        choices: by field, what it may be.

    Raises:
        KnowledgeError: for a field or a choice that the kind does not have, or a list of topics
            that there is none of.
    """
    for part in ("field", "holder", "loser", "ground"):
        name = getattr(claims, part)
        if name not in fields:
            raise document.error(f"no field {name!r}{nearest(name, fields)}", ("claims", part))
    allowed = choices.get(claims.field, ())
    given: dict[tuple[str, ...], str] = {("claims", "held"): claims.held}
    given |= {("claims", "choices", choice): choice for choice in claims.choices}
    given |= {("claims", "deeds", choice): choice for choice in claims.deeds}
    for at, choice in given.items():
        if choice not in allowed:
            problem = f"{claims.field!r} is never {choice!r}{nearest(choice, allowed)}"
            raise document.error(problem, at)
    for camp in claims.camps:
        if camp not in (known := choices.get(CAMP, ())):
            problem = f"{CAMP!r} is never {camp!r}{nearest(camp, known)}"
            raise document.error(problem, ("claims", "camps", camp))
    topics = read_words("copy").data
    for part in ("about", "beside", "other"):
        name = getattr(claims, part)
        if name not in topics:
            problem = f"facts/words/copy.yaml has no list {name!r}{nearest(name, topics)}"
            raise document.error(problem, ("claims", part))
    _check_gives(document, claims, fields)


def _check_gives(document: Document, claims: Claims, fields: Sequence[str]) -> None:
    """Raises KnowledgeError where what is given instead is no field."""
    for choice, claiming in claims.choices.items():
        for part in _GIVEN:
            for name in getattr(claiming, part):
                if name not in fields:
                    problem = f"no field {name!r}{nearest(name, fields)}"
                    raise document.error(problem, ("claims", "choices", choice, part, name))


def words_by_role(claiming: Claiming) -> Iterator[tuple[str, str]]:
    """Every role of ``claiming`` with each of its words."""
    for each in dataclasses.fields(claiming):
        if each.name not in _GIVEN:
            for word in getattr(claiming, each.name):
                yield each.name, word
