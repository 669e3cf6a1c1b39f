"""The named tests between two fields: each one an expansion into comparisons of columns.

A relation does not hold where it needs a value that is unknown, and so its ``not`` does;
``compatible`` alone lets an unknown pass.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import get_args

from .arithmetic import same_ground
from .columns import YES, Family, Reference
from .formula import AllOf, AnyOf, Column, Compare, Formula, Known, Shifted

__all__ = [
    "RELATIONS",
    "Relation",
    "after",
    "apart",
    "before",
    "compatible",
    "contemporary",
    "different",
    "differs",
    "disjoint",
    "exceeds",
    "overlaps",
    "same",
    "touches",
    "within",
]


def same(one: Reference, other: Reference) -> Formula:
    """Both are known and equal: the join key of a rule.

    Names and places are equal by key, however they are written; quantities by both ends and
    the unit; times by both ends. An unknown is the same as nothing.
    """
    pairs = zip(one.identity, other.identity, strict=True)
    return _all(*(Compare(left, "==", right) for left, right in pairs), *same_ground(one, other))


def compatible(one: Reference, other: Reference) -> Formula:
    """Nothing keeps the two from being the same: an unknown passes.

    Known places touch, known times overlap, known quantities have the same unit and do not
    exceed each other; anything else known is the same.
    """
    match one.attribute.family:
        case "place":
            agree = touches(one, other)
        case "time":
            agree = overlaps(one, other)
        case "quantity":
            agree = _all(
                _same_unit(one, other),
                Compare(one.part("least"), "<=", other.part("most")),
                Compare(other.part("least"), "<=", one.part("most")),
            )
        case _:
            agree = same(one, other)
    return AnyOf((Known(one.column, known=False), Known(other.column, known=False), agree))


def different(one: Reference, other: Reference) -> Formula:
    """Both are known, and they cannot be the same. An unknown is different from nothing.

    Names have another key and are both given as names: "the rebels" may be anybody, and "Keller"
    may be Anna Keller. Places share no ground. Anything else is not equal.
    """
    match one.attribute.family:
        case "place":
            return disjoint(one, other)
        case "name":
            named = (Compare(each.part("named"), "==", YES) for each in (one, other))
            full = (Compare(each.part("full"), "==", YES) for each in (one, other))
            others = Compare(one.part("last"), "!=", other.part("last"))
            return _all(
                Compare(one.column, "!=", other.column), *named, AnyOf((others, AllOf((*full,))))
            )
        case _:
            return Compare(one.column, "!=", other.column)


def within(inner: Reference, outer: Reference) -> Formula:
    """The first place lies in the second, or is it. An unknown place lies in none."""
    return _all(
        Compare(inner.part("first"), ">=", outer.part("first")),
        Compare(inner.part("last"), "<=", outer.part("last")),
    )


def touches(one: Reference, other: Reference) -> Formula:
    """One place lies in the other, or they are one. An unknown place touches none."""
    # Places nest: their pairs of numbers intersect only where one holds the other.
    return _all(
        Compare(one.part("first"), "<=", other.part("last")),
        Compare(other.part("first"), "<=", one.part("last")),
    )


def overlaps(one: Reference, other: Reference) -> Formula:
    """The times share a day. An unknown time overlaps none; an open end reaches any day."""
    return _all(
        Compare(one.part("start"), "<", other.part("end")),
        Compare(other.part("start"), "<", one.part("end")),
    )


def before(earlier: Reference, later: Reference) -> Formula:
    """The first time is over when the second begins. An unknown time is before none."""
    return Compare(earlier.part("end"), "<=", later.part("start"))


def after(later: Reference, earlier: Reference) -> Formula:
    """The first time begins when the second is over. An unknown time is after none."""
    return before(earlier, later)


def contemporary(one: Reference, other: Reference) -> Formula:
    """The times are the same, as far as they are given.

    An unknown time goes with another, and with a day counted from publication, as "on Monday"
    is: what is undated is the news. A month or a year of its own sets a fact apart from it. Where
    no day of publication is known, "on Monday" goes with the same words in the same paragraph,
    but not with others of the article.
    """
    unknown = [Known(each.column, known=False) for each in (one, other)]
    current = [
        _all(
            Compare(each.part("anchor"), "==", "publication"),
            Compare(each.part("precision"), "==", "day"),
        )
        for each in (one, other)
    ]
    return AnyOf(
        (
            same(one, other),
            _all(*unknown, *_alike_in_words(one, other)),
            *(_all(*pair) for pair in zip(unknown, reversed(current), strict=True)),
        )
    )


def _alike_in_words(one: Reference, other: Reference) -> tuple[Formula, ...]:
    """Nothing in their words keeps apart the times of two facts that cannot be dated."""
    if one.attribute.name != "time" or other.attribute.name != "time":
        return ()
    words, paragraphs, articles = (
        [Column(each.role, name) for each in (one, other)]
        for name in ("undated", "paragraph", "article")
    )
    alike = _all(Compare(words[0], "==", words[1]), Compare(paragraphs[0], "==", paragraphs[1]))
    apart = Compare(articles[0], "!=", articles[1])
    return (AnyOf((*(Known(each, known=False) for each in words), alike, apart)),)


def disjoint(one: Reference, other: Reference) -> Formula:
    """Two times share no day, or two places no ground. An unknown is apart from none."""
    if one.attribute.family == "time":
        return AnyOf((before(one, other), before(other, one)))
    return AnyOf(
        (
            Compare(one.part("last"), "<", other.part("first")),
            Compare(other.part("last"), "<", one.part("first")),
        )
    )


def apart(one: Reference, other: Reference, days: int) -> Formula:
    """The nearest days of two times are at least ``days`` days apart; no unknown time is.

    The first and the third of a month are two days apart.
    """
    return AnyOf(
        tuple(
            Compare(Shifted(first.part("end"), days - 1), "<=", second.part("start"))
            for first, second in ((one, other), (other, one))
        )
    )


def exceeds(more: Reference, less: Reference) -> Formula:
    """The first quantity is above the second, whatever rounding and "about" allow.

    The units are the same, and the least that the first may mean is more than the most of
    the second (see ``columns``): "over 40" exceeds 38, and not 40. Unknowns exceed nothing.
    """
    return _all(_same_unit(more, less), Compare(more.part("least"), ">", less.part("most")))


def differs(one: Reference, other: Reference) -> Formula:
    """One quantity exceeds the other. An unknown differs from none, nor do unlike units."""
    return _all(
        _same_unit(one, other),
        AnyOf(
            (
                Compare(one.part("least"), ">", other.part("most")),
                Compare(other.part("least"), ">", one.part("most")),
            )
        ),
    )


def _same_unit(one: Reference, other: Reference) -> Formula:
    return Compare(one.part("unit"), "==", other.part("unit"))


def _all(*formulas: Formula) -> Formula:
    return formulas[0] if len(formulas) == 1 else AllOf(formulas)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation as conditions call it.

    Attributes:
        name: what it is called.
        expand: gives its formula for two references of one family, and ``days`` if it
            takes them.
        families: what it relates.
        days: whether it takes a number of days besides.
    """

    name: str
    expand: Callable[..., Formula]
    families: tuple[Family, ...]
    days: bool = False

    @property
    def meaning(self) -> str:
        """What it means, in one line."""
        return (self.expand.__doc__ or "").partition("\n")[0]


_ANY: tuple[Family, ...] = get_args(Family)

RELATIONS: Mapping[str, Relation] = {
    relation.name: relation
    for relation in (
        Relation("same", same, _ANY),
        Relation("compatible", compatible, _ANY),
        Relation("different", different, ("name", "place", "text", "choice", "identifier")),
        Relation("within", within, ("place",)),
        Relation("touches", touches, ("place",)),
        Relation("overlaps", overlaps, ("time",)),
        Relation("before", before, ("time",)),
        Relation("after", after, ("time",)),
        Relation("contemporary", contemporary, ("time",)),
        Relation("disjoint", disjoint, ("place", "time")),
        Relation("apart", apart, ("time",), days=True),
        Relation("exceeds", exceeds, ("quantity",)),
        Relation("differs", differs, ("quantity",)),
    )
}
