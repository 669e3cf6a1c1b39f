"""Sentences derived from an example: what it says negated, and what it says in the passive.

A phrase is written once, in the active voice and affirmed, and so are most of its examples.
The sentences made here show whether it is read as rightly where it is turned round.
"""

from __future__ import annotations

from dataclasses import dataclass

from .grammar.chunks import Chunk
from .grammar.clauses import Clause
from .grammar.line import POSSESSIVE, Line, Unit
from .grammar.verbs import VerbGroup
from .grammar.vocabulary import word_lists
from .inflect import VerbForms, forms
from .names import NameMention
from .phrases.matching import PhraseMatch
from .phrases.patterns import is_worded

__all__ = ["is_shortened", "negated", "passive"]

_MARKS = ".!?”"
_FIGURES = "NSUML"


@dataclass(frozen=True, slots=True)
class _Act:
    """An active clause in the simple past: its verb, the adverbs before that, its forms."""

    verb: Unit
    adverbs: str
    forms: VerbForms


def negated(line: Line, clause: Clause) -> str | None:
    """The sentence with a verb negated, "did not take" for "took".

    Args:
        line: the sentence.
        clause: a clause of it.

    Returns:
        ``None`` unless the clause is in the simple past, active or passive.
    """
    if not _is_plain_past(clause.group):
        return None
    text, unit = line.text, line.units[clause.verb]
    be = next((each for each in unit.parts if each.word in _words("be")), None)
    if be is not None:
        return f"{text[line.span.start : be.end]} not{text[be.end : line.span.end]}"
    act = _act(line, clause)
    if act is None:
        return None
    before, behind = text[line.span.start : unit.start], text[unit.end : line.span.end]
    return f"{before}did not {act.adverbs}{act.forms.base}{behind}"


def is_shortened(match: PhraseMatch) -> bool:
    """Whether the verb of ``match`` says what was done to the object before it: "men injured"."""
    clause = match.clause
    if clause is None or clause.group.voice == "passive":
        return False
    first, _ = match.slots.get(match.phrase.direct_object or "", (clause.verb + 1, None))
    return first < clause.verb


def passive(line: Line, match: PhraseMatch) -> str | None:
    """The sentence turned round, "the town was taken by rebels" for "rebels took the town".

    Args:
        line: the sentence.
        match: a phrase found in it.

    Returns:
        ``None`` unless the phrase is found on an active clause in the simple past, without an
        auxiliary, with both a subject and a direct object.
    """
    phrase, clause = match.phrase, match.clause
    if clause is None or clause.carried or is_shortened(match):
        return None
    act = _act(line, clause)
    if act is None or act.forms.base == "be":
        return None
    if any(
        is_worded(phrase.types[name]) for name in (phrase.subject, phrase.direct_object) if name
    ):
        return None  # where such a noun phrase begins and ends, only reading it tells
    subject, _ = match.slots.get(phrase.subject or "", (None, None))
    first, behind = match.slots.get(phrase.direct_object or "", (-1, -1))
    if subject is None or first < clause.verb:
        return None
    start = _noun_phrase_start(line, subject)
    end = _noun_phrase_end(line, behind)
    opening = clause.verb + 1
    while opening < first and line.units[opening].word in _words("verb_particles"):
        opening += 1  # "won back" is turned round as one verb
    particle = line.text[act.verb.end : line.units[opening - 1].end]
    object_ = line.text[line.units[opening].start : line.units[end - 1].end]
    agent = line.text[line.units[start].start : line.units[subject].end]
    described = line.text[line.units[subject].end : act.verb.start].rstrip()
    rest = line.text[line.units[end - 1].end : line.span.end].rstrip(_MARKS)
    verb = f"{_were(line.units[first])} {act.adverbs}{act.forms.participle[0]}{particle}"
    before = line.text[line.span.start : line.units[start].start]
    if not before:
        object_ = object_[0].upper() + object_[1:]
        agent = agent if _is_name(line.units[start]) else agent[0].lower() + agent[1:]
    return f"{before}{object_} {verb}{rest} by {agent}{described}."


def _is_plain_past(group: VerbGroup) -> bool:
    """Whether a verb says that something was so, and nothing more."""
    plain = not (group.negated or group.possible or group.evidential or group.governors)
    return plain and (group.form, group.tense) == ("finite", "past")


def _act(line: Line, clause: Clause) -> _Act | None:
    """What an active clause in the simple past is made of; ``None`` for another."""
    *adverbs, verb = line.units[clause.verb].parts
    if not _is_plain_past(clause.group) or clause.group.voice == "passive":
        return None
    if any(adverb.word not in _words("adverbs", "degrees") for adverb in adverbs):
        return None
    lemma = next((each for each in clause.group.lemmas if verb.word in forms(each).past), None)
    if lemma is None:
        return None
    before = "".join(f"{adverb.word} " for adverb in adverbs)
    return _Act(line.units[clause.verb], before, forms(lemma))


def _noun_phrase_start(line: Line, index: int) -> int:
    """Where the noun phrase around unit ``index`` begins: at its determiner or owner."""
    while index:
        before = line.units[index - 1]
        if before.code == POSSESSIVE and index > 1:
            index -= 2
        elif before.word in _words("determiners"):
            index -= 1
        else:
            break
    return index


def _noun_phrase_end(line: Line, behind: int) -> int:
    """Where a noun phrase ends that goes up to unit ``behind``: a figure has a noun of its own."""
    if line.codes[behind - 1] not in _FIGURES:
        return behind
    closed = _words("prepositions", "conjunctions", "subordinators", "relatives") - {"of"}
    end = behind
    while (
        end < len(line.units) and _is_word(line.units[end]) and line.units[end].word not in closed
    ):
        end += 1
    return end


def _is_word(unit: Unit) -> bool:
    return bool(unit.word) and unit.word[0].isalpha() and not unit.parts


def _is_name(unit: Unit) -> bool:
    """Whether a noun phrase begins with a name, whose capital stays."""
    first: Unit = next(each for each in unit.walk() if not each.parts)
    return isinstance(first.mention, NameMention)


def _were(unit: Unit) -> str:
    several = bool(unit.listed) or unit.code in _FIGURES or _plural(unit)
    return "were" if several else "was"


def _plural(unit: Unit) -> bool:
    return isinstance(unit.detail, Chunk) and unit.detail.plural


def _words(*lists: str) -> frozenset[str]:
    return frozenset(word for name in lists for word in word_lists("grammar")[name])
