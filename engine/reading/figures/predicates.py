"""What those do whom a share is of: the verb behind it, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass

from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural
from ..grammar.verbs import VerbGroup
from .company import Company
from .domains import DomainFinder
from .field import Beside, Evoked, Field
from .sentence import Sentence
from .standing import MARKS, contends, default
from .tokens import PLAIN, Token
from .words import figure_words

__all__ = ["Predicate", "PredicateReader"]

_REACH = 16
_ASIDE = 14
_NEAR = 7
_STATE = 4
_MUCH = 2


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is said of a share.

    Attributes:
        evoked: what it makes the share.
        at: index of the token of the verb, or of the state where there is no verb.
        answer: index of the first token behind it.
        verb: index of the token of the verb.
        near: whether no mark stands between the share and it.
    """

    evoked: Evoked
    at: int
    answer: int
    verb: int | None = None
    near: bool = True


class PredicateReader:
    """Reads what is said of those whom a share is of.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        g = grammar
        self._field = field
        self._asked, self._turnout = field.kind.polled.opinion, field.kind.polled.turnout
        self._relatives = g.words("relatives")
        self._subordinators = g.words("subordinators") - g.words("since") - figure_words("roles_as")
        self._conjunctions = g.words("conjunctions")
        self._ends = g.words("prepositions") | g.words("subordinators") | g.words("relatives")
        self._domains = DomainFinder(grammar, field)
        self._determiners = g.words("determiners")
        self._claiming = g.words("complementisers")
        self._be = g.words("be") | figure_words("seeming")

    def behind(self, sentence: Sentence, end: int, company: Company) -> Predicate | None:
        """The predicate of a share, whose noun phrase ends before token ``end``."""
        state = self._state(sentence, end, company)
        if state is not None:
            return state
        plain = self._plain(sentence, end, company)
        if plain is not None:
            return plain
        found = self.verb(sentence, end)
        if found is None:
            return None
        verb, near = found
        tokens = sentence.tokens
        group = tokens[verb].group
        if group is None:
            return None
        beside = self._beside(sentence, verb, company)
        if not self._be.isdisjoint(group.lemmas):
            state = self._complement(sentence, verb, company)
            if state is not None:
                return Predicate(state.evoked, state.at, state.answer, verb, near)
            asked = company.near.get(self._asked, 0) >= _MUCH or company.here.get(self._asked)
            claimed = sentence.word(verb + 1) in self._claiming  # "41 percent feel that it is"
            if not (asked or claimed) or self.is_made_up(sentence, verb):
                return None  # "41 percent of voters are women"
        evoked = self._said(tokens[verb], group, beside)
        if evoked is None:
            verb, evoked = self._completed(sentence, verb, company)
        return Predicate(evoked, verb, verb + 1, verb, near) if evoked else None

    def _said(self, token: Token, group: VerbGroup, beside: Beside) -> Evoked | None:
        """What a verb says of those who do it."""
        evoked = self._field.of_verb("subject", group.lemmas, beside)
        if evoked is None and self._be.isdisjoint(token.word.split()):
            evoked = self._field.of_verb("subject", group.governors, beside)  # "want to let"
        unsure = group.negated or group.possible
        if evoked is not None and evoked.choice == self._turnout and unsure:
            return default(self._field, self._asked)  # "7% said they would not vote"
        return evoked

    def _plain(self, sentence: Sentence, end: int, company: Company) -> Predicate | None:
        """An answer that could be a noun, but for those before it: "43% of voters support it"."""
        if not 0 < end < len(sentence.tokens) - 1:
            return None
        token, behind = sentence.tokens[end], sentence.tokens[end + 1]
        gerund = sentence.tokens[end - 1].code == "S" and self._field.is_gerund(token.word)
        if not gerund and not is_plural(sentence.word(end - 1)):
            return None
        if token.group is not None or behind.group is not None or behind.word in self._ends | MARKS:
            return None
        said = (self._field.verb(token.word) or "") if gerund else token.word
        evoked = self._field.of_verb("subject", (said,), self._beside(sentence, end, company))
        return Predicate(evoked, end, end + 1, None, near=True) if evoked else None

    def _complement(self, sentence: Sentence, verb: int, company: Company) -> Predicate | None:
        """What is said behind a form of "be": "are strongly in favour"."""
        for at in range(verb + 1, min(verb + _STATE, len(sentence.tokens))):
            state = self._state(sentence, at, company)
            word = sentence.word(at)
            if state is not None or word in figure_words("parting") or word == ",":
                return state
        return None

    def _completed(
        self, sentence: Sentence, verb: int, company: Company
    ) -> tuple[int, Evoked | None]:
        """What the verb says that completes another: "bothered to vote", "refused to back it"."""
        for at in range(verb + 1, min(verb + _STATE, len(sentence.tokens))):
            token = sentence.tokens[at]
            if token.group is not None and token.group.form == "infinitive":
                beside = self._beside(sentence, at, company)
                return at, self._field.of_verb("subject", token.group.lemmas, beside)
            if token.word in figure_words("parting") or token.word in MARKS:
                break
        return verb, None

    def is_made_up(self, sentence: Sentence, verb: int) -> bool:
        """Whether it is told who they are, and not what they answer: "are foreign students"."""
        group = sentence.tokens[verb].group
        if group is None or self._be.isdisjoint(group.lemmas):
            return False
        for token in sentence.tokens[verb + 1 : verb + 1 + _STATE]:
            if token.word in MARKS or token.word in self._ends or token.group is not None:
                return False
            if token.code in "EY" or token.word in figure_words("rating"):
                return True
            if token.word in figure_words("made_up_of"):
                return True
            if self._domains.is_people(token) and is_plural(token.word):
                return True
        return False

    def verb(self, sentence: Sentence, end: int) -> tuple[int, bool] | None:
        """The verb whose subject ends before token ``end``, and whether it stands near."""
        tokens, at, relative, near = sentence.tokens, end, False, True
        if sentence.word(end) in self._relatives and tokens[end - 1].number is not None:
            at += 1  # "the 29 percent who pick her"
        last = min(end + _REACH, len(tokens))
        while at < last:
            token = tokens[at]
            if token.group is not None:
                if token.group.form == "infinitive":
                    return (at, near) if at > end and tokens[at - 1].code == PLAIN else None
                if not relative and not self._hangs(sentence, at, end):
                    return at, near
                relative = False
            elif token.word in self._relatives:
                relative = True
            elif (closed := self._passed(sentence, at)) is None:
                return None
            else:
                at, near = closed, near and closed - at <= _ASIDE
            at += 1
        return None

    def _passed(self, sentence: Sentence, at: int) -> int | None:
        """The token up to which the way to a verb leads on; ``None`` where it ends."""
        tokens, token = sentence.tokens, sentence.tokens[at]
        if token.word in (",", "(", "–", "—"):
            following = tokens[at + 1].group if at + 1 < len(tokens) else None
            before = tokens[at - 1]
            plural = before.code not in "CPSN" and is_plural(before.word)
            people = plural or before.code in "BE"
            ends = people and following is not None and following.form == "finite"
            return at if ends else self._closed(sentence, at)  # "…, and 90% of Arabs, agree"
        if token.word in self._conjunctions:  # "40% of men and 35% of women want it"
            shared = any(each.code == "S" for each in tokens[at + 1 : at + 2])
            return at + 1 if shared else None
        ends = token.word in self._subordinators or token.word in figure_words("parting")
        return None if ends or token.code == "S" else at

    def _hangs(self, sentence: Sentence, at: int, end: int) -> bool:
        """Whether a verb only describes the noun before it: "voters polled in May"."""
        group, before = sentence.tokens[at].group, sentence.word(at - 1)
        if group is None:
            return False
        if group.form == "gerund":
            return at > end
        asked = not figure_words("asked").isdisjoint(group.lemmas)
        told = not figure_words("told_apart").isdisjoint(group.lemmas)
        told = told and sentence.word(at + 1) not in self._determiners  # "women held that view"
        return group.voice == "bare" and (asked or told) and before != ","

    def _closed(self, sentence: Sentence, at: int) -> int | None:
        """Where the aside ends that a mark at ``at`` opens."""
        tokens = sentence.tokens
        close = ")" if tokens[at].word == "(" else tokens[at].word
        for here in range(at + 1, min(at + _ASIDE, len(tokens))):
            if tokens[here].word == close or (close in "–—" and tokens[here].word in ("–", "—")):
                return here
            if tokens[here].word in figure_words("parting"):
                return None
        return None

    def _state(self, sentence: Sentence, at: int, company: Company) -> Predicate | None:
        """A state that stands at token ``at``: "in favour", "undecided", "against it"."""
        tokens = sentence.tokens
        while at < len(tokens) and tokens[at].word in figure_words("stating_shares"):
            at += 1
        if at >= len(tokens):
            return None
        words = sentence.words(at, at + _STATE)
        found = self._field.state(words, self._beside(sentence, at, company))
        if found is None:
            return None
        evoked, length = found
        bare = words[0] in figure_words("owned_by") and not company.near.get(self._asked)
        if bare and at + 1 < len(tokens) and tokens[at + 1].word not in figure_words("stated_ends"):
            return None  # "a target of 5 percent for the year-end"
        following = tokens[at + length : at + length + 1]
        if any(token.number for token in following):
            return None  # "56.2% against 39.8%"
        if words[0] in figure_words("owned_by") | figure_words("versus") and any(
            token.is_name or contends(token.word) for token in tokens[at + 1 : at + 4]
        ):
            return None  # "47% for Lula", "39.8% for the incumbent"
        return Predicate(evoked, at, at + length)

    @staticmethod
    def _beside(sentence: Sentence, at: int, company: Company) -> Beside:
        near = sentence.beside(at, at + _NEAR).near
        return Beside(near, company.words)
