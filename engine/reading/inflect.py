"""The forms of English verbs.

The rules of spelling are here; what they cannot know (irregular verbs, and which verbs of
several syllables double their last letter) is in ``facts/words/verbs.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..knowledge import Form, kept, read_words

__all__ = ["VerbForms", "forms"]

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|[^aeiou]o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_VOWEL_C = re.compile(r"[aeiou]c$")
_ONE_SYLLABLE = re.compile(r"(?:[^aeiou]*|[^aeiou]*qu)[aeiou][bdfgklmnprstvz]")
_SILENT_E = re.compile(r"[aeiouy].*(?<![eoy])e$")


@dataclass(frozen=True, slots=True)
class VerbForms:
    """Every form of one verb, British and American.

    Attributes:
        base: "take".
        third: third person singular of the present, "takes".
        past: "took".
        participle: "taken".
        gerund: "taking".
        present: the whole present, third person first: "takes", "take"; "is", "am", "are".
    """

    base: str
    third: str
    past: tuple[str, ...]
    participle: tuple[str, ...]
    gerund: tuple[str, ...]
    present: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _File(Form):
    irregular: dict[str, str]
    gerunds: dict[str, str]
    doubling: frozenset[str]
    doubling_or_not: frozenset[str]
    doubling_throughout: frozenset[str]
    common: tuple[str, ...]
    noun_too: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Verbs:
    """The verbs file, with its irregular forms as they replace the regular ones."""

    file: _File
    irregular: Mapping[str, Mapping[str, tuple[str, ...]]]


@cache
def _verbs() -> _Verbs:
    return kept("verbs", _read_verbs)


def _read_verbs() -> _Verbs:
    document = read_words("verbs")
    file = document.parse(_File)
    irregular: dict[str, dict[str, tuple[str, ...]]] = {}
    for base, written in file.irregular.items():
        parts = [_alternatives(part) for part in written.split(";")]
        if len(parts) > len(("present", "past", "participle")) or not all(map(all, parts)):
            problem = "write 'past', 'past; participle' or 'present; past; participle'"
            raise document.error(problem, ("irregular", base))
        present = {"present": parts.pop(0)} if len(parts) > len(("past", "participle")) else {}
        irregular[base] = {**present, "past": parts[0], "participle": parts[-1]}
    for base, written in file.gerunds.items():
        irregular.setdefault(base, {})["gerund"] = _alternatives(written)
    return _Verbs(file, irregular)


def _alternatives(written: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in written.split(","))


@cache
def forms(verb: str) -> VerbForms:
    """The forms of ``verb``, given in its base form and in lower case.

    Args:
        verb: one word, or several, of which the first is inflected ("carry out").

    Raises:
        ValueError: when ``verb`` is empty.
    """
    head, space, rest = verb.strip().partition(" ")
    if not head:
        raise ValueError("a verb has at least one letter")
    single = _forms_of_word(head)
    if not rest:
        return single
    tail = space + rest
    return VerbForms(
        base=single.base + tail,
        third=single.third + tail,
        past=tuple(form + tail for form in single.past),
        participle=tuple(form + tail for form in single.participle),
        gerund=tuple(form + tail for form in single.gerund),
        present=tuple(form + tail for form in single.present),
    )


def _forms_of_word(verb: str) -> VerbForms:
    stems = _stems(verb)
    past = tuple(_past(verb, stem) for stem in stems)
    own = _verbs().irregular.get(verb, {})
    throughout = verb in _verbs().file.doubling_throughout
    present = own.get("present", (_third(stems[0] if throughout else verb), verb))
    return VerbForms(
        base=verb,
        third=present[0],
        past=own.get("past", past),
        participle=own.get("participle", past),
        gerund=own.get("gerund", tuple(_gerund(verb, stem) for stem in stems)),
        present=present,
    )


def _stems(verb: str) -> tuple[str, ...]:
    """What the endings of past and gerund are added to."""
    file = _verbs().file
    doubled = verb + verb[-1]
    if verb in file.doubling_or_not:
        return (doubled, verb)
    if verb in file.doubling or verb in file.doubling_throughout or _ONE_SYLLABLE.fullmatch(verb):
        return (doubled,)
    return (verb + "k",) if _VOWEL_C.search(verb) else (verb,)


def _third(stem: str) -> str:
    if _CONSONANT_Y.search(stem):
        return stem[:-1] + "ies"
    return stem + ("es" if _SIBILANT.search(stem) else "s")


def _past(verb: str, stem: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return stem[:-1] + "ied" if _CONSONANT_Y.search(verb) else stem + "ed"


def _gerund(verb: str, stem: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    return (verb[:-1] if _SILENT_E.search(verb) else stem) + "ing"
