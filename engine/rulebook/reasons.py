"""How what a condition compares stands to each other, in words with the values.

A sentence follows from the values alone, by the same formulas that engines run: whether
the condition held or not, and under whatever ``not``, it says what is the case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from .arithmetic import Amount
from .bound import Bound
from .calculations import order_in_words, roots_in_words
from .columns import NO, Reference
from .formula import Compare, holds
from .propositions import Atom, Proposition, decisive
from .relations import before, exceeds, same, touches, within
from .roots import Root
from .wording import listed, plural, role_in_words

__all__ = ["Bound", "compares", "named_in", "reason", "sentence_of", "shared"]

# By the type of an attribute, what is said of one fact: that it has none, that several have
# none, that it has one.
_MISSING: Mapping[str, tuple[str, str]] = {
    "published": ("stands in copy without a day of publication",) * 2,
    "date": ("has no {noun}", "have no {noun}"),
    "source": ("names no {noun}", "name no {noun}"),
    "evidential": ("is stated outright", "are stated outright"),
    "increment": ("is a figure by itself", "are figures by themselves"),
    "fact": ("is part of no other figure", "are parts of no other figure"),
    "event": ("is of no event that is known", "are of no event that is known"),
}
_STANDING = ("identifier", "offset")
_NONE = ("gives no {noun}", "give no {noun}")
_HELD: Mapping[str, str] = {
    "evidential": 'the copy says "{value}" of {role}',
    "increment": "{role} comes on top of another figure",
    "fact": "{role} is part of another figure",
    "stance": "{role} is {value}",
    "part": "{role} stands in the {value}",
    "offset": "{role} has a {noun}",
    "article": "{role} has an {noun}",
    "scope": "{role} has a {noun}",
    "event": "{role} is of an event",
}
_HAS = "the {noun} of {role} is {value}"

# By type, what is said of several facts that agree; {both} is "both" or "all".
_AGREED: Mapping[str, str] = {
    "source": "{both} are from {value}",
    "evidential": '{both} say "{value}"',
    "increment": "{both} come on top of another figure",
    "stance": "{both} are {value}",
    "part": "{both} stand in the {value}",
    "article": "{both} stand in one article",
    "event": "{both} are of one event",
}
_AGREED_FAMILIES: Mapping[str, str] = {
    "name": "{both} are about {value}",
    "place": "{both} are about {value}",
    "text": "{both} are about {value}",
    "choice": "the {noun} of {both} is {value}",
    "time": "{both} are {value}",
    "quantity": "{both} are {value}",
}
_ALIKE = "{both} have the same {noun}"


def reason(proposition: Proposition, bound: Bound) -> str:
    """Why ``proposition`` holds of what is bound, or why it does not."""
    atoms = decisive(proposition, bound.rows)
    return "; ".join(dict.fromkeys(sentence_of(atom, bound) for atom in atoms))


def compares(proposition: Proposition, bound: Bound, *, within: bool = False) -> bool:
    """Whether what decides ``proposition`` sets what one fact says beside what another says.

    With ``within``, beside what the same fact says will do: "68 years" and what its dates give.
    Where the facts stand is nothing that they say, and an unknown says nothing; a tolerance
    only bounds a comparison that another condition makes.
    """
    for atom in decisive(proposition, bound.rows):
        references = [each for each in named_in(atom) if _is_said(each)]
        tolerance = any(isinstance(term, Amount) and term.is_scaled for term in atom.terms)
        sides = {each.role if not within else each for each in references}
        if len(sides) > 1 and not tolerance and any(map(bound.knows, references)):
            return True
    return False


def _is_said(reference: Reference) -> bool:
    type_ = reference.attribute.type
    return type_ == "event" or (reference.attribute.family not in _STANDING and type_ != "part")


def shared(reference: Reference, members: Sequence[Bound]) -> str:
    """What ``reference`` is for every one of ``members``, being the same for all."""
    words = dict.fromkeys(each.text(reference) for each in members)
    return _agreement(reference, list(words), len(members))


def named_in(atom: Atom) -> list[Reference]:
    """The fields that ``atom`` is about."""
    terms = ((x,) if isinstance(x, Reference) else x.references for x in atom.terms)
    return [each for references in terms for each in references]


def sentence_of(atom: Atom, bound: Bound) -> str:
    """How what ``atom`` is about stands to each other."""
    missing = [each for each in named_in(atom) if not bound.knows(each)]
    if missing:
        return "; ".join(_absences(missing))
    if atom.says and holds(atom.formula, bound.rows):
        return atom.says.format(*(bound.text(each) for each in named_in(atom)))
    match atom.terms:
        case (Root() as left, Root() | Amount() as right) | (Amount() as left, Root() as right):
            return roots_in_words(left, right, bound)
        case (Amount() as left, Amount() as right):
            return order_in_words(left, right, bound)
        case (Reference() as one, Reference() as other):
            return _standing(one, other, bound)
        case (Reference() as one, *_):
            return _alone(one, bound)
    raise TypeError(f"no sentence for {atom.terms!r}")


def _absences(missing: Sequence[Reference]) -> Iterator[str]:
    """That something is not said, once for those of which it is the same."""
    roles: dict[str, list[Reference]] = {}
    for each in missing:
        roles.setdefault(_noun(each), []).append(each)
    for noun, references in roles.items():
        subjects = dict.fromkeys(role_in_words(each.role) for each in references)
        form = _MISSING.get(references[0].attribute.type, _NONE)[len(subjects) > 1]
        yield f"{listed(subjects)} {form.format(noun=noun)}"


def _alone(reference: Reference, bound: Bound) -> str:
    attribute = reference.attribute
    whole, short = attribute.nouns
    form = _HAS if short or attribute.name == "kind" else _HELD.get(attribute.type, _HAS)
    noun = f"{short} of the {whole}" if short else whole
    role = role_in_words(reference.role)
    return form.format(noun=noun, role=role, value=bound.text(reference))


def _standing(one: Reference, other: Reference, bound: Bound) -> str:
    if holds(same(one, other), bound.rows):
        return _sameness(one, other, bound)
    match one.attribute.family:
        case "place":
            return _places(one, other, bound)
        case "time":
            return _times(one, other, bound)
        case "quantity":
            return _quantities(one, other, bound)
        case "number" | "day" | "position":
            return order_in_words(_amount(one), _amount(other), bound)
        case _:
            return _difference(one, other, bound)


def _amount(reference: Reference) -> Amount:
    return Amount(((reference, Fraction(1)),))


def _sameness(one: Reference, other: Reference, bound: Bound) -> str:
    words = list(dict.fromkeys((bound.text(one), bound.text(other))))
    if one.attribute.name == other.attribute.name:
        return _agreement(one, words, 2)
    first, second = (
        f"the {_noun(each)}" + (f" of {role_in_words(each.role)}" if one.role != other.role else "")
        for each in (one, other)
    )
    if one.attribute.family in ("name", "place", "text", "choice"):
        return f"{' or '.join(words)} is {first} and {second}"
    return f"{first} is {second}"


def _agreement(reference: Reference, words: Sequence[str], number: int) -> str:
    attribute, noun = reference.attribute, _noun(reference)
    if len(words) > 1 and attribute.family in ("name", "place"):
        return f"{listed(words)} are one {noun}"
    form = _AGREED.get(attribute.type) or _AGREED_FAMILIES.get(attribute.family, _ALIKE)
    both = "both" if number == 2 else "all"  # noqa: PLR2004
    return form.format(both=both, noun=noun, value=listed(words))


def _difference(one: Reference, other: Reference, bound: Bound) -> str:
    values = bound.text(one), bound.text(other)
    unnamed = [each for each in (one, other) if _only_described(each, bound)]
    if unnamed:
        return f"{values[0]} and {values[1]} may be one {_noun(one)}"
    if one.attribute.name != other.attribute.name:
        of = [f" of {role_in_words(each.role)}" * (one.role != other.role) for each in (one, other)]
        return f"the {_noun(one)}{of[0]} is {values[0]}, the {_noun(other)}{of[1]} is {values[1]}"
    if one.attribute.type == "part":
        return "; ".join(_alone(each, bound) for each in (one, other))
    nouns = plural(_noun(one))
    if one.attribute.family in ("identifier", "offset"):
        return f"the {nouns} differ"
    return f"the {nouns} differ: {values[0]} and {values[1]}"


def _only_described(reference: Reference, bound: Bound) -> bool:
    if reference.attribute.family != "name":
        return False
    return holds(Compare(reference.part("named"), "==", NO), bound.rows)


def _places(one: Reference, other: Reference, bound: Bound) -> str:
    if holds(within(one, other), bound.rows):
        return f"{bound.text(one)} lies within {bound.text(other)}"
    if holds(touches(one, other), bound.rows):
        return f"{bound.text(other)} lies within {bound.text(one)}"
    return f"{bound.text(one)} and {bound.text(other)} lie apart"


def _times(one: Reference, other: Reference, bound: Bound) -> str:
    earlier, later = one, other
    if holds(before(other, one), bound.rows):
        earlier, later = other, one
    elif not holds(before(one, other), bound.rows):
        return f"{_timed(one, bound)} and {_timed(other, bound)} overlap in time"
    return f"{_timed(earlier, bound)} comes {_gap(earlier, later, bound)} {_timed(later, bound)}"


def _gap(earlier: Reference, later: Reference, bound: Bound) -> str:
    spans = []
    for each in (earlier, later):
        cells = (bound.rows[each.role][each.part(short).name] for short in ("start", "end"))
        start, end = (cell for cell in cells if isinstance(cell, int))
        spans.append((start, end))
    (begun, over), (start, end) = spans
    days = start - over + 1
    least = "" if over - begun == end - start == 1 else "at least "
    return f"{least}{days:,} {'day' if days == 1 else 'days'} before"


def _quantities(one: Reference, other: Reference, bound: Bound) -> str:
    texts = f"{bound.text(one)} and {bound.text(other)}"
    if (
        bound.rows[one.role][one.part("unit").name]
        != bound.rows[other.role][other.part("unit").name]
    ):
        return f"{texts} stand in different units"
    if holds(exceeds(one, other), bound.rows):
        return f"{bound.text(one)} is more than {bound.text(other)}"
    if holds(exceeds(other, one), bound.rows):
        return f"{bound.text(one)} is less than {bound.text(other)}"
    return f"{texts} can be the same number"


def _timed(reference: Reference, bound: Bound) -> str:
    subject = role_in_words(reference.role)
    if reference.attribute.name != "time":
        subject = f"the {_noun(reference)} of {subject}"
    return f"{subject} ({bound.text(reference)})"


def _noun(reference: Reference) -> str:
    return reference.attribute.noun
