"""Whose a share or a seat is: a party, a candidate, a camp; and who is led or beaten."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...model import Name
from ..grammar.classes import Grammar
from ..grammar.line import Unit
from ..grammar.nouns import is_plural
from .field import Field
from .ranks import NAMED, last_named, shown_ahead, unit_at
from .rows import BESIDE_NAMES, RowFinder
from .sentence import FigureReading, Sentence
from .standing import is_contender
from .tokens import PLAIN
from .words import figure_endings, figure_words

__all__ = ["HolderFinder", "Holders"]

_BESIDE = 4
_REACH = 14
_ADJECTIVES = 3
_ENDS = (",", "by", ":", "–", "with")
_PAIRED = 3
"""Tokens from the first of a pair of figures to the second, at most."""


@dataclass(frozen=True, slots=True)
class Holders:
    """Whose a figure is.

    Attributes:
        names: who; several for one figure of each.
        rivals: who is led or beaten by it.
        each: whether the copy says that it is of each of several.
    """

    names: tuple[Name, ...] = ()
    rivals: tuple[Name, ...] = ()
    each: bool = False


class HolderFinder:
    """Finds whose figures are.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        self._field = field
        self._links = figure_words("share_links")
        self._articles = grammar.words("determiners")
        self._rows = RowFinder(grammar)
        self._for, self._to = grammar.words("beneficiaries"), grammar.words("to")
        self._locatives = grammar.words("locatives")
        self._pronouns = grammar.words("pronouns")
        self._starts = grammar.words("starts")
        self._conjunctions = grammar.words("conjunctions")

    def find(
        self, sentence: Sentence, reading: FigureReading, lead: int, *, apart: bool = False
    ) -> Holders:
        """Whose the figure of ``reading`` is.

        Args:
            sentence: its sentence.
            reading: what it was read as.
            lead: index of the token before it.
            apart: whether it tells how far somebody is ahead of another.
        """
        # "ahead in 99 seats, and Labour in 81"
        lead -= reading.construction == "gap" and sentence.word(lead) in self._locatives
        row = self._row(sentence, reading, lead)
        if row or self._is_of_unnamed(sentence, reading, lead):
            return Holders(row, each=True)
        shown = shown_ahead(sentence, reading.phrase.at, self._field) if apart else ()
        ranked = shown if apart else self._ranked(sentence, reading)
        if ranked:
            held, other = ranked[::-1] if self._is_second(sentence, reading, lead) else ranked
            return Holders(self._names(sentence, held), self._names(sentence, other))
        beside = self._supported(sentence, reading)
        if not apart:
            # "vote for Lund and 31 percent for Holm": what is joined on begins anew
            if sentence.word(lead) in self._conjunctions:
                beside = beside or self._behind(sentence, reading)
            beside = beside or self._beside(sentence, lead) or self._behind(sentence, reading)
        led = self._names(sentence, self._led(sentence, reading)) if apart else ()
        if beside is not None:
            return Holders(self._names(sentence, beside), led)
        verb = sentence.verb_before(reading.phrase.at, _REACH)
        if verb is None:
            return Holders()
        between = self._first_name(sentence, verb + 1, reading.phrase.at)
        subject = self._subject(sentence, verb)
        if subject is not None and self._only_tells(subject):
            subject = None
        if subject is None:
            return Holders(self._names(sentence, between), led) if between else Holders((), led)
        rivals = led or (self._names(sentence, between) if between else ())
        if self._is_second(sentence, reading, lead):
            return Holders(rivals)
        return Holders(self._names(sentence, subject), rivals)

    def are_behind(self, sentence: Sentence, reading: FigureReading) -> bool:
        """Whether a verb behind the share tells it of persons: "At 1 percent are Lund and Holm"."""
        return bool(self._rows.behind(sentence, reading))

    def _is_of_unnamed(self, sentence: Sentence, reading: FigureReading, lead: int) -> bool:
        """Whether it is that of some who are called by no name: "Labour 12, reformists 9"."""
        if reading.construction == "members" or sentence.word(lead) in figure_words("all_others"):
            return True
        at = lead - 1 if sentence.word(lead) in self._links else lead
        if reading.construction != "gap" or at < 1:
            return False
        several = is_plural(sentence.word(at)) and is_contender(sentence.tokens[at])
        return several and unit_at(sentence, at) is None

    def _row(self, sentence: Sentence, reading: FigureReading, lead: int) -> tuple[Name, ...]:
        """Those of each of whom it is: "A, B (BP) and C, with others, won a seat each"."""
        if reading.construction == "members":  # "elected 12 Liberals"
            head = reading.phrase.end - 1
            named = sentence.tokens[head].is_name
            return self._names(sentence, unit_at(sentence, head) if named else None)
        row = self._rows.find(sentence, reading, lead)
        return tuple(dict.fromkeys(name for unit in row for name in self._names(sentence, unit)))

    def _ranked(self, sentence: Sentence, reading: FigureReading) -> tuple[Unit, ...]:
        """Who is ahead of whom, where a pair of figures ends it: "Lund ahead of Brandt, 47 to 41".

        Nobody where something else follows the one who is behind.
        """
        tokens, at = sentence.tokens, reading.phrase.at
        first = next((each for each in sentence.numbers if at - _PAIRED <= each < at), at)
        if figure_words("pairing").isdisjoint(sentence.words(first, first + _PAIRED)):
            return ()
        for mark in range(first - 1, max(0, first - _REACH), -1):
            if tokens[mark].number is not None or tokens[mark].word == ";":
                return ()
            if " ".join(sentence.words(mark - 1, mark + 1)) in figure_words("in_front_of"):
                behind = last_named(sentence, mark + 1, self._articles)
                closed = behind is not None and first - behind <= 1 + (
                    tokens[first - 1].word in _ENDS
                )
                rival = unit_at(sentence, behind) if behind is not None and closed else None
                leader = unit_at(sentence, mark - 2) or self._subject(sentence, mark - 2)
                return (leader, rival) if leader and rival else ()
        return ()

    def _is_second(self, sentence: Sentence, reading: FigureReading, lead: int) -> bool:
        """Whether it is the second of a pair: "leads her rival 49% to 45%"."""
        if lead < 1 or reading.construction != "gap":
            return False
        paired = sentence.tokens[lead].word in figure_words("pairing")
        first = next((each for each in sentence.in_order() if each.phrase.end == lead), None)
        changed = first is not None and sentence.word(first.phrase.at - 1) in self._starts
        return paired and first is not None and not changed  # "fell from 21 to 19"

    def _led(self, sentence: Sentence, reading: FigureReading) -> Unit | None:
        """Who is led, behind the figure: "a 12-point lead over Derby", "ahead of Derby"."""
        tokens = sentence.tokens
        for at in range(reading.phrase.end, min(reading.phrase.end + _BESIDE, len(tokens))):
            unit = unit_at(sentence, at)
            if unit is not None:
                return unit
            words = tokens[at].word.split()
            if figure_words("led").isdisjoint(words) and tokens[at].word not in self._articles:
                return None
        return None

    def _supported(self, sentence: Sentence, reading: FigureReading) -> Unit | None:
        """Whose a noun of quantity says it is: "support for the Greens", "Scholz's approval"."""
        if reading.construction not in ("quantity", "counted", "moved"):
            return None
        tokens, at = sentence.tokens, reading.phrase.at
        for here in range(at - 1, max(-1, at - _REACH), -1):
            token = tokens[here]
            if token.word in figure_words("parting"):
                return None
            if token.word in ("'s", "'") and here:
                return unit_at(sentence, here - 1)
            if token.word in figure_words("owned_by") and here + 1 < at:
                first = here + 1
                while tokens[first].word in self._articles and first + 1 < at:
                    first += 1
                unit = unit_at(sentence, first)
                if unit is not None:
                    return unit
        return None

    def _beside(self, sentence: Sentence, lead: int) -> Unit | None:
        """Who is named right before a figure: "Labour on 43%", "Spain (61%)"."""
        tokens = sentence.tokens
        at = lead
        if at >= 0 and tokens[at].group is None and tokens[at].word in self._links | BESIDE_NAMES:
            at -= 1
            if at >= 0 and tokens[at].word in BESIDE_NAMES:
                at -= 1
        first = at - 1
        while first > 0 and (tokens[first].word in self._articles or tokens[first].is_name):
            first -= 1  # "led Mr Holm by 50 percent to 44"
        beaten = tokens[first].group if first >= 0 else None
        if beaten is not None and not figure_words("leading").isdisjoint(beaten.lemmas):
            return None  # "leads Neves 48 percent to 45 percent"
        if at > 0 and tokens[at].code in "PC" and tokens[at - 1].word in self._locatives:
            return None  # "came second in Thuringia with 23.4%"
        if (
            at >= 0
            and not tokens[at].is_name
            and not figure_words("roles_as").isdisjoint(sentence.words(at - _BESIDE, at))
        ):
            return None  # "emerged as the largest party with 50 seats"
        return unit_at(sentence, at) if at >= 0 and not self._is_taken(sentence, at) else None

    def _is_taken(self, sentence: Sentence, at: int) -> bool:
        """Whether who is named at token ``at`` has a figure before: "44% for the Greens, 39%"."""
        first = at - 1
        while first > 0 and sentence.tokens[first].word in self._articles:
            first -= 1
        bound = sentence.word(first) in self._for | self._to
        return bound and first > 0 and sentence.tokens[first - 1].number is not None

    def _behind(self, sentence: Sentence, reading: FigureReading) -> Unit | None:
        """Who is named right behind it: "47% for Lula", "44% of the vote went to her"."""
        tokens, at = sentence.tokens, self._past_places(sentence, reading.phrase.end)
        links, group = self._for, tokens[at].group if at < len(tokens) else None
        if group is not None and not figure_words("going_to").isdisjoint(group.lemmas):
            links = self._to
        elif group is not None and figure_words("voting_verbs").isdisjoint(group.lemmas):
            return None
        elif group is None and self._is_given(sentence, reading.phrase.at):
            links = self._for | self._to
        at += group is not None
        if at >= len(tokens) or tokens[at].word not in links:
            return None
        at += 1
        while at < len(tokens) and tokens[at].word in self._articles:
            at += 1
        return unit_at(sentence, at) if at < len(tokens) else None

    def _past_places(self, sentence: Sentence, at: int) -> int:
        """The token behind where people are, if a verb stands there: "(in Ohio) would vote"."""
        end, tokens = at, sentence.tokens
        while sentence.word(end) in self._locatives and end + 1 < len(tokens):
            end += 1
            while tokens[end].word in self._articles and end + 1 < len(tokens):
                end += 1
            if tokens[end].code not in "PC":
                return at
            end += 1
        return end if end < len(tokens) and tokens[end].group is not None else at

    def _is_given(self, sentence: Sentence, at: int) -> bool:
        """Whether the verb before token ``at`` gives: "gave 44% to the Greens"."""
        verb = sentence.verb_before(at, _REACH)
        group = sentence.tokens[verb].group if verb is not None else None
        return group is not None and not figure_words("giving").isdisjoint(group.lemmas)

    def _names(self, sentence: Sentence, unit: Unit | None) -> tuple[Name, ...]:
        """The names of a unit, or of the members of a list."""
        if unit is None:
            return ()
        scene, names = sentence.scene, []
        for each in unit.members:
            if self._field.names(each.word.rpartition(" ")[2], "quantity"):
                continue  # "Turnout rose five points"
            name = scene.context.actor(each, scene.line, None) if each.code in NAMED else None
            if name is not None and name.key:
                stands = each.word in self._pronouns  # a pronoun may stand for another, too
                names.append(replace(name, named=False) if stands else name)
        return tuple(names)

    def _first_name(self, sentence: Sentence, first: int, end: int) -> Unit | None:
        """Who is named first between two tokens."""
        for at in range(first, end):
            unit = sentence.scene.line.units[sentence.tokens[at].at]
            if sentence.word(at) in (",", ";"):
                return None
            if unit.code == "W":  # "Mr Quist"
                unit = unit_at(sentence, at) or unit
            if unit.code in "AHXFW" or (unit.listed and unit.members[0].code in "AHXFW"):
                return unit
        return None

    def _subject(self, sentence: Sentence, verb: int) -> Unit | None:
        """Who does what the verb at token ``verb`` says."""
        line = sentence.scene.line
        clause = sentence.clause(verb)
        while clause is not None:
            subject = clause.subject if clause.subject is not None else clause.beside
            if subject is not None:
                unit = line.units[subject]
                if unit.code in NAMED or unit.listed:
                    return unit
                if clause.subject is not None:
                    return unit if unit.word in figure_words("findings") else None
            clause = sentence.scene.clauses[clause.parent] if clause.parent is not None else None
        return None

    @staticmethod
    def _only_tells(subject: Unit) -> bool:
        """Whether the subject only tells whose a figure is: "YouGov puts Labour on 43%"."""
        mention = getattr(subject.mention, "sort", None)
        return mention == "pollster" or subject.word in figure_words("findings")


def lead_of(sentence: Sentence, at: int) -> int:
    """The token before a figure that is more than a light word; -1 where there is none."""
    light, tokens = figure_words("share_light"), sentence.tokens
    at -= 1
    while at >= 0 and tokens[at].group is None and not tokens[at].is_name:
        word = tokens[at].word
        if " ".join(sentence.words(at, at + 2)) in figure_words("bounding"):
            at -= 1
            continue
        number = tokens[at].number
        points = number is not None and number.form == "points"
        if (
            word not in light
            and not points
            and not (word.endswith(figure_endings("adverb_endings")) and tokens[at].is_word)
        ):
            described = _adjectives(sentence, at)
            if described == at:
                break
            at = described
            continue
        at -= 1
    return at


def _adjectives(sentence: Sentence, at: int) -> int:
    """The token before the adjectives that end at ``at``: "was a dismal, if expected, 23 percent".

    They have no list: what stands between an article that a verb or a preposition has before it
    and the figure tells how large that is.
    """
    tokens, articles = sentence.tokens, figure_words("ones")
    for here in range(at, max(0, at - _ADJECTIVES), -1):
        token = tokens[here]
        if token.word in articles:
            led = tokens[here - 1]
            linked = led.group is not None or led.word in figure_words("share_links")
            return here - 1 if linked and here < at else at
        if token.word == "-":
            continue  # "an eye-popping 86 percent"
        if not token.is_word or token.code != PLAIN:
            return at
    return at
