"""Numbers without a noun that count seats as those before do: "and Junts 35"."""

from __future__ import annotations

from ..grammar.classes import Grammar
from .company import Company, is_party
from .field import ALONE, Beside, Evoked, Field
from .holders import lead_of
from .sentence import FigureReading, Sentence
from .standing import contends, default, is_contender
from .words import figure_endings, figure_words

__all__ = ["SeatSequelReader", "is_compound", "is_elected", "is_meant"]

_NOUN_REACH = 5
_MORE = 3


class SeatSequelReader:
    """Reads the numbers whose noun, one of seats, stands elsewhere.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        g = grammar
        self._field = field
        self._polled = field.kind.polled
        self._choices = field.choices
        self._eaches, self._levels = g.words("eaches"), g.words("to")
        self._be, self._pronouns = g.words("be"), g.words("pronouns")
        self._locatives = g.words("locatives")
        self._persons = g.words("persons_singular")
        self._articles, self._beneficiaries = g.words("articles"), g.words("beneficiaries")
        self._more = g.words("more") | g.words("newcomers")

    def read(
        self, sentence: Sentence, at: int, company: Company, last: FigureReading | None
    ) -> Evoked | None:
        """What the number at token ``at`` counts, if it goes on with seats."""
        carried = self._carried(sentence, company, last) or self._spoken(sentence, at, company)
        if carried is None or not self._goes_on(sentence, at, last):
            return None
        other = self._is_threshold(sentence, at) or self._is_age(sentence, at, carried)
        return None if other else carried

    def _carried(
        self, sentence: Sentence, company: Company, last: FigureReading | None
    ) -> Evoked | None:
        """What a number without a noun counts: what the one before it does."""
        if last is not None and last.choice in self._choices:
            return default(self._field, last.choice)
        seated = self._seat_noun(sentence, company)
        if seated is not None:
            return seated
        for reading in reversed(sentence.before):
            if reading.choice in self._choices:
                return default(self._field, reading.choice)
        return None

    def _spoken(self, sentence: Sentence, at: int, company: Company) -> Evoked | None:
        """What a number counts that a party wins, where seats are spoken of around it."""
        return self._noun_around(sentence, company) if self._is_party_won(sentence, at) else None

    def _noun_around(self, sentence: Sentence, company: Company) -> Evoked | None:
        """What seats are that were told of earlier, or by a noun that stands around the sentence.

        By such a noun alone nothing is told in a sentence of shares.
        """
        earlier = [each.choice for each in sentence.earlier if each.choice in self._choices]
        if earlier:
            return default(self._field, earlier[-1])
        readings = (*sentence.before, *sentence.readings.values())
        spoken = figure_words("seat_nouns") & company.words
        if any(each.choice in self._polled.shares for each in readings) or spoken <= company.own:
            return None
        beside = Beside(company.own, company.words)
        found = (
            self._field.of_noun("counted", noun, beside) for noun in sorted(spoken - company.own)
        )
        return next((each for each in found if each is not None), None)

    def _is_party_won(self, sentence: Sentence, at: int) -> bool:
        """Whether a verb of winning stands right before it, whose subject is a party."""
        lead = lead_of(sentence, at)
        told = sentence.tokens[lead - 1] if lead > 0 else None
        if (
            told is not None
            and sentence.word(lead).endswith(figure_endings("past_endings"))
            and is_party(told.mention)
        ):
            return True  # "Labour bagged 93"
        for here in range(lead, max(-1, lead - _NOUN_REACH), -1):
            group = sentence.tokens[here].group
            if group is None:
                continue
            clause = sentence.clause(here)
            won = self._field.of_verb("object", group.lemmas, ALONE) is not None
            if not won or clause is None or clause.subject is None:
                return False
            subject = sentence.scene.line.units[clause.subject]
            if is_party(subject.mention) or contends(subject.word) or subject.code == "A":
                return True
            seated = any(each.choice in self._choices for each in sentence.earlier)
            return seated and (subject.code in "XW" or subject.word in self._pronouns)
        return False

    @staticmethod
    def _is_threshold(sentence: Sentence, at: int) -> bool:
        """Whether so many are only what it takes: "you need 85", "the majority is 361"."""
        takes = figure_words("needed") | figure_words("goals")
        return not takes.isdisjoint(sentence.words(at - _MORE, at))

    def _is_age(self, sentence: Sentence, at: int, carried: Evoked) -> bool:
        """Whether it is how old somebody is: "Anna Berg 68", "she is 41"."""
        if carried.choice != self._choices[0]:
            return False  # a person has delegates
        before = sentence.tokens[at - 1]
        if before.code == "H" and before.is_name:
            return True
        be = before.group is not None and not self._be.isdisjoint(before.group.lemmas)
        return be and at > 1 and sentence.tokens[at - 2].word in self._persons

    def _seat_noun(self, sentence: Sentence, company: Company) -> Evoked | None:
        """What the first noun of seats in the sentence says; none where there is none."""
        beside = Beside(company.own, company.words)
        spoken = dict.fromkeys(word for each in sentence.tokens for word in each.word.split())
        for word in (word for word in spoken if word in company.own):
            evoked = self._field.of_noun("counted", word, beside)
            if evoked is None or evoked.about:
                continue
            won = evoked.choice != self._choices[0] and any(
                token.group and self._field.has_verb("object", evoked.choice, token.group.lemmas)
                for token in sentence.tokens
            )
            if won or is_meant(self._field, evoked, company, sentence):
                return evoked
        return None

    def _goes_on(self, sentence: Sentence, at: int, last: FigureReading | None) -> bool:
        """Whether a number without a noun stands where one of seats does: "and Junts 35"."""
        tokens = sentence.tokens
        end = at + 1
        while end < len(tokens) and tokens[end].word in self._eaches | self._more:
            end += 1
        dated = end < len(tokens) and tokens[end].code == "D"  # "won 303 five years ago"
        following = tokens[end].word if end < len(tokens) and not dated else "."
        group = tokens[end].group if end < len(tokens) else None
        if group is not None and group.form == "infinitive":
            following = "."  # "dropped six to finish with 17"
        if following in self._levels and end + 1 < len(tokens) and tokens[end + 1].code == "N":
            following = ","  # "leads 263 to 237"
        if self._is_of_those(sentence, at) or (last and self._is_for(sentence, at, end)):
            return True
        if self._is_going(sentence, end):
            return self._is_object_free(sentence, at)
        if self._has_won(sentence, end):
            following = "."
        held = sentence.word(at - 1) in figure_words("genitives")  # "her 271 was enough"
        held = held and end < len(tokens) and tokens[end].group is not None
        held = held and not is_compound(sentence, at)
        number = tokens[at].number
        part = number is not None and number.whole is not None  # "five of the six it held"
        told = held or (part and following in self._pronouns)
        if not at or (following not in figure_words("seat_ends") and not told):
            return False
        lead = at - 1
        light = figure_words("share_light") | self._more | figure_words("left_over")
        light -= figure_words("all_others")
        while lead >= 0 and tokens[lead].word in light and tokens[lead].group is None:
            lead -= 1
        if lead < 0 or not self._is_won(sentence, at):
            return False
        return self._leads(sentence, lead, last)

    def _is_going(self, sentence: Sentence, at: int) -> bool:
        """Whether it is told who gets them: "two went to the Greens", "with 71 going to Fatah"."""
        group = sentence.tokens[at].group if at < len(sentence.tokens) else None
        goes = group is not None and not figure_words("going_to").isdisjoint(group.lemmas)
        return goes and sentence.word(at + 1) in self._levels

    def _has_won(self, sentence: Sentence, at: int) -> bool:
        """Whether it is told behind it who won so many: "down from the 90 it won in May"."""
        group = sentence.tokens[at + 1].group if at + 1 < len(sentence.tokens) else None
        who = sentence.word(at) in self._pronouns
        return (
            who and group is not None and bool(self._field.of_verb("object", group.lemmas, ALONE))
        )

    def _is_for(self, sentence: Sentence, at: int, end: int) -> bool:
        """Whether it is joined on, and told for whom: "48 seats … and 47 for the Greens"."""
        joined = sentence.word(at - 1) in figure_words("seat_joints") | figure_words("versus")
        first = end + 1 + (sentence.word(end + 1) in self._articles)
        who = sentence.tokens[first : first + 1]
        told = any(token.is_name or is_contender(token) for token in who)
        return joined and sentence.word(end) in self._beneficiaries and told

    def _is_of_those(self, sentence: Sentence, at: int) -> bool:
        """Whether a sentence opens with some of those before it: "Of these, four were theirs"."""
        opening = [word for word in sentence.words(0, at) if word != ","]
        of = len(opening) == len("of") and opening[0] in figure_words("ofs")
        told = sentence.before[-1].choice in self._choices if sentence.before else False
        return of and told and opening[1] in figure_words("partial")

    @staticmethod
    def _is_object_free(sentence: Sentence, at: int) -> bool:
        """Whether a number begins its statement: "two went", "with 71 going"."""
        before = sentence.word(at - 1)
        return not before or before in figure_words("share_openers")

    def _leads(self, sentence: Sentence, lead: int, last: FigureReading | None) -> bool:
        """Whether the token before a number lets it be one of seats."""
        left = sentence.tokens[lead]
        before = sentence.tokens[lead - 1] if lead else None
        if left.group is not None:
            return self._field.of_verb("object", left.group.lemmas, ALONE) is not None
        if left.is_name or is_contender(left) or left.word in figure_words("all_others"):
            return True
        if left.word in figure_words("dated_joints") and self._is_dated(sentence, lead + 1, last):
            return True
        owned = before is not None and (
            before.is_name or before.word == ")" or is_contender(before)
        )
        owned = owned or (last is not None and before is not None and before.code == "S")
        if left.word in figure_words("bys") and before is not None and before.group is not None:
            return figure_words("leading").isdisjoint(before.group.lemmas)  # "she trails by 11"
        if left.word in figure_words("seat_links"):
            return owned or left.word not in figure_words("seat_joints")
        if left.word in figure_words("share_levels"):
            return True
        if left.word in self._locatives and before is not None:
            same = last is not None and self._bound(sentence, last) == left.word
            return same and (owned or before.group is not None)  # "ahead in 99 and Labour in 81"
        if left.word in figure_words("ofs"):
            return sentence.word(lead - 1) in figure_words("tallies")  # "its tally of 240"
        return (
            left.is_word and left.word.endswith(figure_endings("past_endings")) and owned
        )  # "bagged 93"

    @staticmethod
    def _bound(sentence: Sentence, last: FigureReading) -> str:
        """The word before the last figure: "leads (in) 99 seats"."""
        return sentence.word(lead_of(sentence, last.phrase.at))

    @staticmethod
    def _is_dated(sentence: Sentence, at: int, last: FigureReading | None) -> bool:
        """Whether it is told of another year: "125 seats in 1977, 130 in 1980 and 125 in 1984"."""
        before, behind = sentence.tokens[at - 2], sentence.tokens[at + 2 : at + 3]
        dated = before.code == "D" and any(token.code == "D" for token in behind)
        return dated and last is not None and last.phrase.end >= at - 4

    def _is_won(self, sentence: Sentence, at: int) -> bool:
        """Whether no verb near it says that something else is done than winning."""
        for here in range(at - 1, max(-1, at - _NOUN_REACH), -1):
            group = sentence.tokens[here].group
            if group is not None:
                return self._field.of_verb("object", group.lemmas, ALONE) is not None
        return True


def is_meant(field: Field, evoked: Evoked, company: Company, sentence: Sentence) -> bool:
    """Whether it is votes that the seats are won by, and no hall or bus that has them."""
    if company.party:
        return True
    article = sentence.beside(0, 0).article
    topic = field.topics[evoked.choice]
    return bool(company.near.get(evoked.choice)) or len(article & topic) > 1


def is_compound(sentence: Sentence, at: int) -> bool:
    """Whether it only describes a noun: "the 60-seat assembly"."""
    text = sentence.tokens[at].word
    last = text.rpartition("-")[2]
    joined = "-" in text and last.isalpha() and last not in figure_words("upwards")  # "350-plus"
    following = sentence.words(at + 1, at + 2)
    return joined or following == ["-"]


def is_elected(sentence: Sentence, at: int, electing: frozenset[str]) -> bool:
    """Whether those whose noun is at ``at`` are elected: "431 members (of it were) elected"."""
    for token in sentence.tokens[at + 1 : at + 2 + _NOUN_REACH]:
        if token.group is not None:
            passive = token.group.voice in ("passive", "bare")
            return passive and not electing.isdisjoint(token.group.lemmas)
        if token.number is not None or token.word in figure_words("parting"):
            return False
    return False
