"""Shares to which a noun of quantity comes: "turnout was 41%", "support fell to 20%"."""

from __future__ import annotations

from ..grammar.classes import Grammar
from .contention import ContentionReader
from .domains import DomainFinder
from .field import Beside, Evoked, Field
from .standing import LONG, Standing, default, is_contender, topic
from .tokens import Token
from .words import figure_endings, figure_words

__all__ = ["QuantifiedReader"]

_NONE = Evoked("")
_BESIDE = 3
"""Words on either side of a noun that may tell what it is of."""


class QuantifiedReader:
    """Reads the shares that nouns of quantity come to.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field, contention: ContentionReader) -> None:
        self._field = field
        self._polled = field.kind.polled
        self._contention = contention
        self._domains = DomainFinder(grammar, field)
        self._closed = grammar.closed
        self._definite = grammar.words("definites") | grammar.words("demonstratives")
        self._embedding = figure_words("embedding")
        self._pronouns = grammar.words("pronouns") | grammar.words("relatives")
        self._prepositions = grammar.words("prepositions")
        self._to, self._for = grammar.words("to"), grammar.words("beneficiaries")

    def quantity(self, share: Standing) -> Evoked | None:
        """What a noun of quantity comes to: "turnout was 41%", "her rating fell to 20%"."""
        if share.lead < 0:
            return None
        linked = share.tokens[share.lead]
        named = self._field.names(linked.word, "quantity")  # "disapproval 52%"
        if linked.group is None and not named and linked.word not in figure_words("share_links"):
            return None
        relative = False
        first = share.last.phrase.end if share.last else 0
        for at in share.sentence.back(share.at, LONG):
            token, following = share.tokens[at], share.tokens[at + 1]
            label = token.word == ":" and at == share.at - 1
            if at < first:
                break
            if token.word in figure_words("parting") and not label:
                return None
            if token.word in self._embedding:
                relative = False  # "disapproval of how Lund handled it rose to 63 percent"
            noun = following.word in self._prepositions and self._domains.is_noun(token, None)
            if token.group is not None and not noun:
                amounts = not figure_words("amounting_shares").isdisjoint(token.group.lemmas)
                amounts = amounts or linked.word in self._to  # "has dived to 39 percent"
                relative = relative or (not amounts and token.group.form == "finite")
            elif token.is_word or noun:
                found = self._at_noun(share, at, relative=relative)
                if found is not None:
                    return found if found.choice else None
        return self._of_subject(share, first)

    def _of_subject(self, share: Standing, first: int) -> Evoked | None:
        """What the subject of the verb right before is, behind which an earlier share stands.

        "Turnout, up from 52 percent in May, was 61 percent."
        """
        at, sentence = share.lead, share.sentence
        group, clause = share.tokens[at].group, sentence.clause(at)
        subject = clause.subject if clause is not None else None
        if group is None or subject is None or share.last is None or not share.last.superseded:
            return None
        if figure_words("amounting_shares").isdisjoint(group.lemmas):
            return None
        noun = next((here for here in range(first) if share.tokens[here].at == subject), None)
        return self._at_noun(share, noun, relative=False) if noun is not None else None

    def _at_noun(self, share: Standing, at: int, *, relative: bool) -> Evoked | None:
        """What the noun at token ``at`` makes of a share; with no choice where it is none."""
        token, following = share.tokens[at], share.tokens[at + 1]
        if token.word in figure_words("proportions") and self._is_of(following):
            evoked = self._proportion(share, at)
            if evoked is not None:
                return evoked
            if following.word in figure_words("ofs"):
                domain = self._domains.find(
                    share.sentence, at, Beside(frozenset(), share.company.words)
                )
                if domain.sort == "other":
                    return _NONE  # "the share of wind power"
        resumed = self._resumed(share, at)
        if resumed is not None:
            return resumed
        words = share.sentence.words(at - _BESIDE, at + _BESIDE)
        local = Beside(frozenset(words), share.company.words)
        evoked = None if relative else self._field.of_noun("quantity", token.word, local)
        compound = self._is_noun(following) and following.word not in figure_words("rated_nouns")
        if evoked is None or following.is_name or compound:
            return None
        if evoked.choice == self._polled.ballot and not self._contention.is_warm(share):
            return _NONE
        if token.word in figure_words("resuming") and share.last is not None:
            return share.last.evoked
        return self._supported(share, at, evoked)

    def _resumed(self, share: Standing, noun: int) -> Evoked | None:
        """What a share before was, where a noun stands for it: "that number reached 18 percent"."""
        sentence, following = share.sentence, share.sentence.word(noun + 1)
        definite = sentence.word(noun - 1) in self._definite
        stands = definite and sentence.word(noun) in figure_words("resuming_nouns")
        told = list(sentence.before) if share.last is None else [share.last]
        of = following in figure_words("ofs")
        if of:
            return None
        resumed = sentence.word(noun) in figure_words("resuming") and bool(told)
        if resumed and following in self._prepositions and told[-1].choice in self._polled.shares:
            return told[-1].evoked  # "the figure for women was 64 percent"
        shares = [each for each in told if each.choice in self._polled.shares]
        return default(self._field, shares[-1].choice) if stands and shares else None

    def _is_of(self, token: Token) -> bool:
        """Whether what follows a noun of quantity tells of whom it is: "the number saying so"."""
        gerund = self._field.is_gerund(token.word)
        return gerund or token.word in figure_words("ofs") or token.word in self._pronouns

    def _proportion(self, share: Standing, noun: int) -> Evoked | None:
        """What those do of whom a noun of quantity is: "the proportion of voters who trust it"."""
        beside = Beside(frozenset(), share.company.words)
        end = noun + 1
        if share.tokens[end].word in figure_words("ofs"):
            domain = self._domains.find(share.sentence, noun, beside)
            if domain.sort == "votes":
                return domain.evoked
            if domain.sort != "people" or domain.end >= share.at:
                return None
            end = domain.end
        asked = share.tokens[end].word in self._pronouns
        holding = share.sentence.words(end, end + 4)
        asked = (
            asked
            or (  # "the number of Danes with a good opinion of it"
                holding[:1] == ["with"] and not figure_words("views").isdisjoint(holding)
            )
        )
        for at in range(end, share.at):
            group, verb = share.tokens[at].group, self._field.verb(share.tokens[at].word)
            if group is not None or verb is not None:
                lemmas = group.lemmas if group is not None else (verb or "",)
                evoked = self._field.of_verb("subject", lemmas, beside)
                amounts = not figure_words("amounting_shares").isdisjoint(lemmas)
                return evoked or (
                    topic(self._field, share, self._polled.opinion, 1)
                    if asked or not amounts
                    else None
                )
        return None

    def _is_noun(self, token: Token) -> bool:
        return (
            token.is_word
            and token.word not in self._closed
            and not token.word.endswith(figure_endings("adverb_endings"))
        )

    def _supported(self, share: Standing, noun: int, evoked: Evoked) -> Evoked:
        """Support for a party is what votes are counted in: "support for the Greens"."""
        if evoked.choice != self._polled.opinion or noun + 1 >= len(share.tokens):
            return evoked
        if noun > 1 and share.tokens[noun - 1].word in ("'s", "'"):
            owner = share.tokens[noun - 2]
            party = getattr(owner.mention, "sort", None) == "party" or owner.code in "HXW"
            party = party or is_contender(owner)
            return default(self._field, self._polled.ballot) if party else evoked
        if share.tokens[noun + 1].word not in self._for:
            return evoked
        for token in share.tokens[noun + 2 : noun + 5]:
            party = getattr(token.mention, "sort", None) == "party" or token.code in "HW"
            if party or is_contender(token):
                return default(self._field, self._polled.ballot)
            if token.group is not None:
                break
        return evoked
