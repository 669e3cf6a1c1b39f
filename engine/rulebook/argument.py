"""Why a match cannot stand, as an editor would say it: the values that exclude each other.

Of the conditions of a rule most only see to it that two facts are about one thing. What decides is
told; what both have in common only where their words do not show it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from ..model import Name, Place
from .arithmetic import Amount
from .bound import Bound
from .columns import Reference, value_of
from .formula import holds
from .propositions import Atom, Proposition, decisive
from .reasons import named_in, sentence_of
from .relations import before, exceeds, same, touches
from .roots import Root
from .wording import bare_time, listed

__all__ = ["Ground", "Weight", "argument", "grounds_in"]

_ABOUT = "both are about "
_OF_THE_TEXT = ("identifier", "offset")
_ABOUT_THE_TEXT = ("part", "stance", "published")


class Weight(IntEnum):
    """What a statement does for the argument, the weightiest first."""

    FIGURES = 0
    """Two figures or times exclude each other."""
    DIFFERENT = 1
    """Two things are not the same."""
    TIED = 2
    """Two facts are about one thing, which their words do not show."""
    TIMED = 3
    """Two facts are of one time."""
    ALIKE = 4
    """Two facts have something in common."""
    BOUNDED = 5
    """A figure is held against a limit."""
    SAID = 6
    """One fact says something."""
    NOTHING = 7
    """Nothing that the copy says."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One statement, with its weight, and what it is about."""

    weight: Weight
    text: str
    about: frozenset[str] = frozenset()


def argument(grounds: Sequence[Ground]) -> str:
    """The statements that make the argument, of all that a rule's conditions come to."""
    heaviest = min((each.weight for each in grounds), default=Weight.NOTHING)
    if heaviest > Weight.ALIKE:
        return _joined(each for each in grounds if each.weight == heaviest)
    beside = {
        Weight.FIGURES: (Weight.TIED,),
        Weight.DIFFERENT: (Weight.TIED, Weight.TIMED),
    }.get(heaviest, (Weight.TIED, Weight.TIMED, Weight.ALIKE))
    tied = [each for each in grounds if each.weight in beside and each.weight != heaviest]
    return _joined([*tied, *(each for each in grounds if each.weight == heaviest)])


def _joined(grounds: Iterable[Ground]) -> str:
    """Each said once: of one pair of figures the first statement."""
    told: dict[frozenset[str] | str, str] = {}
    for each in grounds:
        told.setdefault(each.about or each.text, each.text)
    texts = list(dict.fromkeys(told.values()))
    alike = [text.removeprefix(_ABOUT) for text in texts if text.startswith(_ABOUT)]
    others = [text for text in texts if not text.startswith(_ABOUT)]
    return "; ".join([*([_ABOUT + listed(alike)] if alike else []), *others])


def grounds_in(proposition: Proposition, bound: Bound) -> Iterator[Ground]:
    """What decides ``proposition``, each as a statement with its weight."""
    for atom in decisive(proposition, bound.rows):
        yield _ground(atom, bound)


def _ground(atom: Atom, bound: Bound) -> Ground:
    references = named_in(atom)
    if not all(map(bound.knows, references)):
        return Ground(Weight.NOTHING, sentence_of(atom, bound))
    if all(_is_of_the_text(each) for each in references):
        return Ground(Weight.NOTHING, sentence_of(atom, bound))
    if atom.says and holds(atom.formula, bound.rows):
        return Ground(Weight.DIFFERENT, sentence_of(atom, bound))
    match atom.terms:
        case (Reference() as one, Reference() as other):
            return _standing(atom, one, other, bound)
        case (Amount() | Root(), Amount() | Root()) if len(set(references)) > 1:
            scaled = any(isinstance(each, Amount) and each.is_scaled for each in atom.terms)
            decided = holds(atom.formula, bound.rows) and not scaled
            weight = Weight.FIGURES if decided else Weight.BOUNDED
            return Ground(weight, sentence_of(atom, bound), _about(references))
        case (Amount() | Root(), Amount() | Root()):
            return Ground(Weight.BOUNDED, sentence_of(atom, bound))
    return Ground(Weight.SAID, sentence_of(atom, bound))


def _about(references: Sequence[Reference]) -> frozenset[str]:
    """The fields that are set side by side, however it is done."""
    return frozenset(f"{each.role}.{each.attribute.name.split('.')[0]}" for each in references)


def _is_of_the_text(reference: Reference) -> bool:
    attribute = reference.attribute
    if attribute.type == "event":
        return False
    short = attribute.name.partition(".")[2]
    return (
        attribute.family in _OF_THE_TEXT
        or attribute.type in _ABOUT_THE_TEXT
        or (short != "" and attribute.family == "choice")
    )


def _standing(atom: Atom, one: Reference, other: Reference, bound: Bound) -> Ground:
    text, family = sentence_of(atom, bound), one.attribute.family
    about = _about((one, other))
    if holds(same(one, other), bound.rows):
        return Ground(*_common(one, other, bound, text))
    match family:
        case "place" if holds(touches(one, other), bound.rows):
            return Ground(Weight.TIED, text)
        case "time" if not holds(atom.formula, bound.rows):
            return Ground(Weight.NOTHING, text)
        case "time":
            for first, last in ((one, other), (other, one)):
                if holds(before(first, last), bound.rows):
                    return Ground(Weight.FIGURES, _order_of_times(first, last, bound), about)
            return Ground(Weight.TIMED, f"the times overlap: {_both(one, other, bound)}")
        case "quantity":
            told = holds(exceeds(one, other), bound.rows) or holds(exceeds(other, one), bound.rows)
            return Ground(Weight.FIGURES if told else Weight.NOTHING, text, about)
        case "number" | "day" | "position":
            return Ground(Weight.FIGURES, text, about)
        case "text" if one.attribute.name != other.attribute.name:
            return Ground(Weight.NOTHING, text)
        case _:
            unsure = "may be one" in text
            return Ground(Weight.NOTHING if unsure else Weight.DIFFERENT, text)


def _common(one: Reference, other: Reference, bound: Bound, text: str) -> tuple[Weight, str]:
    """What two facts share: told where the passages do not both name it."""
    if one.attribute.type == "event":
        return Weight.TIED, "the event is the same"
    if one.attribute.family == "time":
        return Weight.TIMED, f"both are told of {bare_time(bound.text(one))}"
    if one.attribute.family not in ("name", "place") or one.attribute.name == "source":
        return Weight.ALIKE, text
    if one.attribute.type != "group" and not _is_plain(one, other, bound):
        return Weight.TIED, text
    return Weight.ALIKE, text


def _is_plain(one: Reference, other: Reference, bound: Bound) -> bool:
    """Whether the copy calls them alike in both passages, as a headline has "Lind"."""
    called = []
    for each in (one, other):
        value = value_of(bound.facts[each.role], each.attribute.name)
        called.append(value.text.casefold() if isinstance(value, Name | Place) else "")
    return called[0] in called[1] or called[1] in called[0]


def _order_of_times(first: Reference, last: Reference, bound: Bound) -> str:
    earlier, later = (bare_time(bound.text(each)) for each in (first, last))
    return f"{earlier} comes before {later}"


def _both(one: Reference, other: Reference, bound: Bound) -> str:
    return listed(bare_time(bound.text(each)) for each in (one, other))
