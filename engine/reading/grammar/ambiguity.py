"""Noun or verb: what a word that can be both is here, judged by its neighbours."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from .classes import Grammar
from .line import POSSESSIVE
from .vocabulary import UNKNOWN_WORD

__all__ = ["Ambiguity"]


class Ambiguity:
    """Judges the words of one sentence after another, from left to right."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = g = grammar
        self._determined = re.compile(
            rf"(?:{g['determiners']}D?|{g['possessives']}|[{POSSESSIVE}-])$"
        )
        self._relative = re.compile(rf"(?:{g.noun}|[A-Z]),?{g['object_relatives']}$")
        that = g.vocabulary.one_of(g.words("restrictive") & g.words("determiners"))
        self._restricted = re.compile(rf"[FQ]{that}$")
        self._pronominal = re.compile(rf"{g['pronominal']}$")
        self._preposition = re.compile(rf"{g['prepositions']}$")
        self._bound = re.compile(g["prepositions"])
        self._harmed = re.compile(rf"{g['harmed']}{g['joining']}$")
        one, of = g.vocabulary.one_of(["a", "an"]), g.vocabulary.one_of(["of"])
        self._tallied = re.compile(rf"(?:^|(?!{one}).){g['tallies']}{of}{g.noun}$")
        self._counted = re.compile(rf"[NSOMLT{POSSESSIVE}]$")
        every = g.vocabulary.one_of(["every"])
        self._all_of = re.compile(rf"{every}S$")  # "every one of the 85 charred vans"
        self._refuted = re.compile(rf"{g['falsities']}$")
        self._dominion = g.words("dominion")
        self._owned = re.compile(rf"{g['prepositions']}(?:{g['determiners']})?[CAHXFER]$")
        self._one_of_a_people = re.compile(rf"{g.vocabulary.one_of(['a', 'an'])}C$")
        self._headline = re.compile(rf"(?:C|{g.modifier}){{0,2}}(?:[FAHX]|{g.modifier})")
        bare = rf"(?<!{g['prepositions']})(?<!{g['determiners']}){g.verb}"
        self._plain_object = re.compile(rf"(?!.*(?:{bare}|{g['be']}|{g['modals']})){g.noun}")
        self._opening = re.compile(rf"(?:{g['prepositions']})?D,?|C?")
        self._share = re.compile(rf"(?<!{g['articles']})(?<!{POSSESSIVE})(?<!{g['possessives']})S$")
        self._levelled = re.compile(rf"{g.verb}{g.noun}")
        self._said_of_share = re.compile(
            rf"(?!{g['prepositions']}|{g['conjunctions']}|{g['be']}|{g['modals']})(?:{g.any_word}|[CAHXPFGQ])"
        )
        self._verb = re.compile(rf"{g.verb}$")
        self._modified = re.compile(rf"(?:{g.modifier}|[“(:])$")
        self._described = re.compile(rf"(?:[GPQ]|{g['relatives']})[CAHXFR]$")
        self._object = re.compile(
            rf"(?:{g.without('determiners', 'relatives')}|[NSMLTCAHPXFGQBRE“]"
            rf"|(?:{g['levels']}|{g['bounding']})[NSMU]|{g['postmodifiers']})"
        )
        self._level = re.compile(rf"{g['levels']}[NSMU]")
        # "increased sharply last year from 200"
        self._moved = re.compile(
            rf"(?:D|{g['adverbs']})*(?:{g['starts']}|{g['levels']})[NSMU](?!{g.noun})"
        )
        self._named_by = re.compile(
            rf"{g.verb}(?:{g['articles']}|{g['possessives']}){g.modifier}{{1,2}}$"
        )
        self._that = re.compile(rf"{g['relatives']}|{g['to']}{g['have']}")
        self._noun = re.compile(g.noun)
        self._begins_verb = re.compile(rf"{g.verb}(?!{of})")  # but "wresting control of it"
        self._closing = re.compile(rf"(?:{g['bindings']}|{g['be']}|{g['modals']}|$|[.;])")
        self._auxiliary = g.words("be") | g.words("have") | g.words("do")
        self._unmodifying = g.words("unmodifying")
        self._says = g.words("reporting") | g.words("denying") | g.words("wishing")
        self._adverb = g.words("adverbs") | g.words("degrees")

    def is_noun(
        self, word: str, tags: AbstractSet[str], before: AbstractSet[str], left: str, right: str
    ) -> bool:
        """Whether a form of a verb is no verb here.

        Args:
            word: the form.
            tags: which forms of a verb it can be.
            before: the words of the verb group that stand before it.
            left: codes of the units before the group, where a noun already judged to be one
                stands as an unknown word.
            right: codes of the units behind it.
        """
        if not before <= self._adverb or word in self._auxiliary:
            return False
        if left.endswith(",") and word in self._grammar.words("prepositions"):
            return True  # "who, like his father, farmed"
        acts = self._object.match(right) is not None or (
            self._that.match(right) is not None
            and self._grammar.vocabulary.is_one_of(word, self._says)
        )
        if self._relative.search(left) and tags - {"base", "gerund"}:
            return False
        if self._restricted.search(left) and acts and "base" in tags:
            return False  # "gangs that control the port"
        if self._determined.search(left):
            finite = not tags.isdisjoint(("past", "base"))
            acts = acts or not self._grammar.vocabulary.is_noun_too(word)  # "Most oppose new tolls"
            return not (acts and finite and self._pronominal.search(left))
        if tags <= {"past", "participle"}:
            plain = left[-1:] != "S" or self._all_of.search(left)
            counted = plain and self._counted.search(left) and self._noun.match(right)
            attributive = not self._grammar.vocabulary.is_one_of(word, self._unmodifying)
            tallied = self._tallied.search(left) and not self._moved.match(right)
            describes = (counted and attributive) or (  # "two came home"
                # "40 dead and wounded", "the number of people killed"
                not acts and (self._harmed.search(left) or tallied)
            )
            adjective = "participle" in tags and describes
            return bool(adjective or self._preposition.search(left))
        if "past" in tags:
            return "base" in tags and self._is_levelled(left, right)
        if "gerund" in tags:
            subject = self._begins_verb.match(right) is not None
            return (bool(self._modified.search(left)) and not acts) or subject
        if "base" in tags and self._is_of_share(word, left, right):
            return False
        return self._is_present_noun(word, tags, left, right, acts=acts, adverb=bool(before))

    def _is_levelled(self, left: str, right: str) -> bool:
        """Whether it names what has a level: "raised its key rate to 4%"."""
        level = self._level.match(right) is not None
        return level and self._named_by.search(left) is not None

    def _is_present_noun(
        self, word: str, tags: AbstractSet[str], left: str, right: str, *, acts: bool, adverb: bool
    ) -> bool:
        """For "controls", "report", "strikes": the forms that nouns look like most."""
        if self._preposition.search(left):
            return True
        if not self._grammar.vocabulary.is_noun_too(word):
            counted = "third" in tags and self._counted.search(left) is not None
            return not acts and (counted or self._verb.search(left) is not None)
        if self._is_owned(word, left):
            return True
        behind_verb = self._verb.search(left) is not None
        if (behind_verb or not left) and ("third" in tags or word in self._adverb):
            return True  # "dismissed reports that", "took back"
        if word in self._adverb and self._bound.match(right):
            return True  # "handed the town back to"
        bare_behind_comma = left.endswith(",") and "third" not in tags
        if self._counted.search(left) or behind_verb or bare_behind_comma:
            return not acts
        if self._described.search(left) or self._is_of_headline(tags, left, right):
            return False
        if self._is_levelled(left, right):
            return True
        if self._modified.search(left) or self._closing.match(right):
            return not acts
        opening = left[-1:] == "C" or self._opening.fullmatch(left) is not None
        return opening and not acts and not adverb

    def _is_of_headline(self, tags: AbstractSet[str], left: str, right: str) -> bool:
        """Whether it is the only verb that there can be: "Council closes pool"."""
        headed = "third" in tags and self._headline.fullmatch(left) is not None
        return headed and self._plain_object.match(right) is not None

    def _is_of_share(self, word: str, left: str, right: str) -> bool:
        """Whether it says what some do: "41 percent want better schools", "favour lower taxes"."""
        noun = self._grammar.vocabulary.is_noun_too(word)
        behind = self._levelled if noun else self._said_of_share
        return self._share.search(left) is not None and behind.match(right) is not None

    def _is_owned(self, word: str, left: str) -> bool:
        """For "fell into rebel hands", "a Russian claim to", "false reports that"."""
        owned = word in self._dominion and self._owned.search(left) is not None
        return owned or bool(self._one_of_a_people.search(left) or self._refuted.search(left))


def as_noun(codes: str, positions: AbstractSet[int], end: int) -> str:
    """``codes`` up to ``end``, with the words at ``positions`` as unknown words."""
    start = max(0, end - 4)
    if not positions:
        return codes[start:end]
    return "".join(
        UNKNOWN_WORD if index in positions else codes[index] for index in range(start, end)
    )
