"""The words that stand in and around names, from ``facts/words/names.yaml``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from ...knowledge import read_words

__all__ = ["NameWords", "name_words"]


@dataclass(frozen=True, slots=True)
class NameWords:
    """Sets of words; the file says what each is and in which case it is written."""

    function: frozenset[str]
    ordinary: frozenset[str]
    calendar: frozenset[str]
    titles: frozenset[str]
    ruling: frozenset[str]
    title_modifiers: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    suffixes: frozenset[str]
    family_first: frozenset[str]
    determiners: frozenset[str]
    binders: frozenset[str]
    office_binders: frozenset[str]
    possession: frozenset[str]
    relatives: frozenset[str]
    copulas: frozenset[str]
    joints: frozenset[str]
    organisations: frozenset[str]
    organisation_openers: frozenset[str]
    movements: frozenset[str]
    place_prepositions: frozenset[str]
    compass: frozenset[str]
    place_heads: frozenset[str]
    region_heads: frozenset[str]
    district_heads: frozenset[str]
    city_heads: frozenset[str]
    strict_heads: frozenset[str]
    water_heads: frozenset[str]
    feature_heads: frozenset[str]
    reporting: frozenset[str]
    reporting_adverbs: frozenset[str]
    installed: frozenset[str]
    detached: frozenset[str]
    doubtful: frozenset[str]


@cache
def name_words() -> NameWords:
    """The words of ``facts/words/names.yaml``.

    Raises:
        KnowledgeError: when a list is missing or unknown.
    """
    document = read_words("names")
    wanted = {field.name for field in fields(NameWords)}
    for name in sorted(wanted ^ set(document.data)):
        problem = "is missing" if name in wanted else "is not a list that names are read with"
        raise document.error(f"the list {name!r} {problem}", [name])
    return NameWords(**{name: frozenset(words.split()) for name, words in document.data.items()})
