"""Claims by role, as a kind file declares them."""

from pathlib import Path

import pytest
from belie.kinds import Kind, load_kind, shipped_kinds
from belie.knowledge import KnowledgeError, parse_yaml

HOLD = """
kind: hold
title: Who holds a place
fields: {holder: side, place: place, status: [holds, lost, not-held], loser: side}
claims:
  field: status
  holder: holder
  loser: loser
  ground: place
  about: war
  beside: warlike
  other: contest
  holding: [control]
  held: holds
  choices:
    holds: {object: [control, "cling to*"], negated: {status: not-held}}
    lost: {object: [lose*], leaving: [retreat*]}
phrases:
  - say: "{holder:force} ~hold {place:area}"
    gives: {status: holds}
"""


def kind(old: str = "", new: str = "") -> Kind:
    assert not old or old in HOLD
    return load_kind(parse_yaml(HOLD.replace(old, new, 1), Path("hold.yaml")))


def test_the_verbs_of_claims_have_neither_particles_nor_marks():
    claims = kind().claims
    assert claims is not None
    assert list(claims.verbs()) == ["control", "cling", "lose", "retreat"]


def test_control_is_claimed_by_role():
    claims = shipped_kinds()["control"].claims
    assert claims is not None
    assert "overrun+" in claims.choices["captured"].object


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("ground: place", "ground: palce", "no field 'palce'"),
        ("held: holds", "held: hodls", "'status' is never 'hodls'"),
        ("about: war", "about: warr", "facts/words/copy.yaml has no list 'warr'"),
        ("beside: warlike", "beside: warlice", "facts/words/copy.yaml has no list 'warlice'"),
        ("lost: {object", "gone: {object", "'status' is never 'gone'"),
        ("negated: {status", "negated: {staus", "no field 'staus'"),
    ],
)
def test_what_claims_name_must_be_there(old, new, problem):
    with pytest.raises(KnowledgeError, match=problem):
        kind(old, new)
