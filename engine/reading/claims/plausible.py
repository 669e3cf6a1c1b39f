"""Whether words that can claim some ground do so here: who holds it, and what must be ground."""

from __future__ import annotations

from .claim import Claim
from .force import ARMED, BODY, POWER, WHOEVER
from .ground import ANYTHING, LIKELY, SURE, Ground

__all__ = ["least_sure", "may_hold"]

_NAMED = "XWA"
_UNKNOWN = "X"
_WEAK = ("armed", "force")
_WAYS = ("leaving", "entering", "nearing", "away", "within", "under", "over", "keeping")
"""Roles in which the ground stands behind a preposition that is said of no person."""


def may_hold(claim: Claim, *, about: bool) -> bool:
    """Whether those who are said to hold it can."""
    sure = max((holder.sure for holder in claim.holders), default=None)
    named = any(holder.unit.code in _NAMED and holder.named for holder in claim.holders)
    on_ground = any(ground.sure >= SURE for ground in claim.grounds)
    strength = claim.meaning.strength
    on_map = any(ground.unit.code in "PC" for ground in claim.grounds)
    if sure is None:
        moved = claim.clause is not None and claim.clause.group.voice not in ("passive", "bare")
        if not about:  # "the annexation of Crimea"
            contest = claim.meaning.role == "contesting"
            return on_map and not (strength or claim.owned) and (contest or not moved)
        nobody = claim.meaning.role == "present"  # "nobody is stationed there"
        return not claim.owned and (nobody or strength not in ("force", "army"))
    if strength == "army":
        return about and sure >= ARMED and on_ground
    if not about:
        return sure >= ARMED or (sure >= POWER and on_ground and _is_plain(claim))
    unknown = any(ground.unit.code == _UNKNOWN for ground in claim.grounds)
    if named and unknown and strength == "armed":
        return True  # "the Nationalists stormed Caspe"
    if unknown and sure >= BODY and claim.meaning.role == "keeping":
        return True  # "Caspe is under FNL control"
    if on_ground and (named or (sure >= BODY and strength != "force")):
        return True  # "the Tigers lost the base", "the opposition secured the town"
    weak = claim.owned or bool(strength and strength != "any")
    return sure >= (POWER if weak else WHOEVER)


def least_sure(claim: Claim, ground: Ground, *, about: bool) -> int:
    """How surely something must be ground for ``claim`` to be of it.

    A name that no table knows is that of a place where nothing else can be meant: "the Tigers
    abandoned Yorkton" in copy about war, "marched into Mai Bora".
    """
    meaning = claim.meaning
    armed = any(holder.sure >= ARMED for holder in claim.holders)
    if not about and armed and not meaning.strength and ground.unit.code == _UNKNOWN:
        return LIKELY  # "the rebels captured Katana"
    if not about or meaning.strength == "army":
        return SURE
    if meaning.strength == "any" or (ground.unit.code == _UNKNOWN and meaning.role in _WAYS):
        return ANYTHING
    if meaning.strength not in _WEAK:
        return LIKELY
    described = meaning.role == "modifier"  # "an army-run school" is no ground
    sure = max((holder.sure for holder in claim.holders), default=WHOEVER)
    if ground.unit.code == _UNKNOWN:
        fell = meaning.role == "subject"  # "Caspe fell", but people are taken and freed
        named = any(holder.named for holder in claim.holders)
        return LIKELY if fell or sure >= POWER or named else SURE
    return LIKELY if claim.holders and sure >= ARMED and not described else SURE


def _is_plain(claim: Claim) -> bool:
    """Whether a power can mean nothing else by it, whatever the copy is about."""
    role, strength = claim.meaning.role, claim.meaning.strength
    if role in ("keeping", "being"):  # "under Russian control", "remains Ukrainian"
        return any(ground.unit.code in "PCG" for ground in claim.grounds)
    if claim.clause is None:  # "Israel's withdrawal from Gaza"
        return any(ground.unit.code in "PC" for ground in claim.grounds)
    if claim.owned:
        return False
    # Countries hold, win and lose to each other in sport, but no towns and regions.
    named = any(part.code == "P" for ground in claim.grounds for part in ground.unit.walk())
    return not strength or (strength == "armed" and named and role == "object")
