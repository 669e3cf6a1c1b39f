"""Verb groups: a verb with its auxiliaries, adverbs and governing verbs as one unit.

"did not fully control", "is estimated to have suffered" and "failed to take" are each one
group, which says what was done and whether it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from .ambiguity import Ambiguity, as_noun
from .classes import Grammar
from .line import POSSESSIVE, Line, Unit
from .vocabulary import UNKNOWN_MANNER, word_lists

__all__ = ["Tense", "VerbFinder", "VerbGroup"]

_REMEMBERED = 4096
_UNSAYING = f"D{UNKNOWN_MANNER}"
"""Codes within a verb group of what says nothing of it: "was on Monday quietly occupied"."""

Tense = Literal["past", "perfect", "present", "future"]


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """What one verb group says.

    Attributes:
        lemmas: the verb; several when they share their place ("shot and killed").
        manner: its adverbs, those of negation among them.
        ongoing: it was or is going on ("is losing", "are being pushed").
        past_perfect: it came before what is told of in the past ("had held").
        governors: the verbs that it hangs on within the group ("want" in "want to see").
        voice: ``bare`` is a past form without auxiliary, which may be a shortened passive.
        form: whether it stands by itself, or hangs on another clause.
        tense: of the whole group.
        negated: not so ("did not", "failed to").
        possible: not said to be so ("may", "plans to", "will").
        degree: "fully", "partly"; with ``negated``, not in that degree.
        evidential: the words that report it without a reporter ("is estimated").
    """

    lemmas: tuple[str, ...]
    voice: Literal["active", "passive", "bare"]
    form: Literal["finite", "infinitive", "gerund"]
    tense: Tense
    negated: bool = False
    possible: bool = False
    degree: str | None = None
    evidential: str | None = None
    governors: tuple[str, ...] = ()
    manner: frozenset[str] = frozenset()
    ongoing: bool = False
    past_perfect: bool = False


class VerbFinder:
    """Finds the verb groups of a chunked line."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = g = grammar
        to = g["to"]
        adverb = rf"(?:{g['adverbs']}|{g['degrees']}|{g['negations']}|D)"
        owned = rf"(?<!{g['possessives']})(?<!{POSSESSIVE})"  # "the army's attempt to"
        light = rf"{owned}(?:{g['affirming']}|{g['negating']}|{g['intending']})"
        gerund, participle = (
            g.vocabulary.one_of(
                surface
                for surface, forms in g.vocabulary.verbs.items()
                if any(tag in form.forms for form in forms)
            )
            for tag in ("gerund", "participle")
        )
        auxiliary = rf"(?:{g['be']}|{g['have']}|{g['do']}|{g['get']}|{g['modals']})"
        linked = rf"(?:{g['hearsay']}|{g['ready']}|{light})(?={adverb}*{to})|{light}(?={gerund})"
        told = rf"(?<={g['be']}){g['hearsay']}(?={participle})"
        due = rf"(?<={g['be']}){g.vocabulary.one_of(['due to'])}(?={g.verb})"
        plain = g.vocabulary.one_of(
            surface
            for surface, forms in g.vocabulary.verbs.items()
            if not any({"participle", "gerund"} & form.forms for form in forms)
            and surface in g.words("adverbs")
        )
        had = g.vocabulary.one_of(
            surface
            for surface in g.vocabulary.verbs
            if "participle" not in g.vocabulary.tags(surface)
        )
        # "is back in rebel hands", "have control of the town", "has complete control"
        main = rf"(?!(?<={g['be']}){plain}|(?<={g['have']}){had}){g.verb}"
        mark = rf"(?:“(?!{auxiliary}))?"  # one before an auxiliary opens a whole clause
        self._pattern = re.compile(
            rf"(?P<before>(?:(?!D)(?>(?:{adverb}|{due}|{linked}|{told}|{auxiliary}|{to}){UNKNOWN_MANNER}?)+)?){mark}(?P<main>{main})"
            rf"(?P<more>(?:(?<![NS].),?{g['additions']}{g['adverbs']}?(?!{auxiliary}){g.verb})*)(?![-{POSSESSIVE}])”?"
            rf"(?P<not>(?:(?<={g['be']})(?:{g['adverbs']})*{g['negations']})?)"
        )
        self._ambiguity = Ambiguity(grammar)
        self._left_out = word_lists("grammar")["left_out"]
        # The words of a verb group say all that it says, and copy repeats them.
        self._interpreted = lru_cache(maxsize=_REMEMBERED)(self._interpret)

    def find(self, line: Line) -> Line:
        """``line`` with its verb groups as single units."""
        nouns: set[int] = set()
        return line.replaced(self._pattern, lambda match, units: self._make(match, units, nouns))

    def _make(self, match: re.Match[str], units: Sequence[Unit], nouns: set[int]) -> Unit | None:
        at = match.start("main") - match.start()
        main = units[at]
        before = [unit for unit in units[:at] if unit.word != '"']
        tags = self._grammar.vocabulary.tags(main.word)
        words = {unit.word for unit in before if unit.code not in _UNSAYING}
        left = as_noun(match.string, nouns, match.start())
        if self._ambiguity.is_noun(main.word, tags, words, left, match.string[match.end() :]):
            nouns.add(match.start("main"))
            return None
        more = units[match.end("main") - match.start() : match.start("not") - match.start()]
        before += units[match.start("not") - match.start() :]
        said = tuple(unit.word for unit in before if unit.code not in _UNSAYING)
        group = self._interpreted(said, (main.word, *(unit.word for unit in more)))
        return Unit("V", units[0].start, units[-1].end, main.word, parts=tuple(units), detail=group)

    def _interpret(self, words: tuple[str, ...], mains: tuple[str, ...]) -> VerbGroup:
        """The verb group of these words, "was not", before these verbs, "killed and wounded"."""
        g = self._grammar
        verbs = g.vocabulary.verbs
        tags = g.vocabulary.tags(mains[0])
        lemmas = tuple(dict.fromkeys(x.lemma for main in mains for x in verbs.get(main, ())))
        shortened = not g.words("hearsay").isdisjoint(words[-1:]) and self._passive(words[:-1])
        words = (*words, *self._left_out) if shortened else words  # "are reported killed"
        negated = possible = False
        degree = evidential = None
        governors: list[str] = []
        for index, word in enumerate(words):
            lemma = next((form.lemma for form in verbs.get(word, ())), "")
            if lemma in g.words("intending") | g.words("affirming"):
                governors.append(lemma)
            after_to = not g.words("to").isdisjoint(words[index + 1 :])
            pending = word in g.words("pending") and not g.words("to").isdisjoint(
                words[index + 1 : index + 2]
            )
            if pending or word in g.words("negations") or word in g.words("unable"):
                negated = not negated
            if self._leaves_open(word, mains[0], tags) or (
                word in g.words("prospective") and (after_to or word.endswith(" to"))
            ):
                possible = True
            elif word in g.words("degrees"):
                degree = word
            elif word in g.words("evidential_adverbs"):
                evidential = word
            elif after_to and word in g.words("hearsay") and self._passive(words[:index]):
                evidential = f"{words[index - 1]} {word}"
            elif lemma in g.words("negating"):
                negated = not negated
            elif lemma in g.words("intending") or (
                after_to and word in g.words("ready") - g.words("unable") - g.words("forced")
            ):
                possible = True
        form = self._form(words, tags)
        wished = bool(words) and words[0] in g.words("be_wished")  # "demand that it be freed"
        possible = possible or (form == "finite" and wished)
        undergone = shortened and g.words("intransitive").isdisjoint(lemmas)
        voice = "passive" if undergone else self._voice(words, tags)
        return VerbGroup(
            lemmas, voice, form, self._tense(words, tags), negated, possible,
            degree, evidential, tuple(governors),
            (g.words("adverbs") | g.words("negations")) & set(words), self._ongoing(words, tags),
            self._past_perfect(words),
        )  # fmt: skip

    def _leaves_open(self, word: str, main: str, tags: frozenset[str]) -> bool:
        """Whether it is a modal, and neither "had" cut short nor that of "would like"."""
        g = self._grammar
        had = word in g.words("would_or_had") and "base" not in tags
        wished = word in g.words("woulds") and main in g.words("liking")
        return word in g.words("modals") and not had and not wished

    def _plain(self, words: Sequence[str]) -> list[str]:
        g = self._grammar
        skipped = g.words("adverbs") | g.words("degrees") | g.words("negations")
        return [word for word in words if word not in skipped]

    def _passive(self, words: Sequence[str]) -> bool:
        plain = self._plain(words)
        return bool(plain) and plain[-1] in self._grammar.words("be") | self._grammar.words("get")

    def _ongoing(self, words: Sequence[str], tags: frozenset[str]) -> bool:
        being = any(word in self._grammar.words("gerund_auxiliaries") for word in words[1:])
        return being or ("gerund" in tags and self._passive(words))

    def _past_perfect(self, words: Sequence[str]) -> bool:
        g = self._grammar
        plain = self._plain(words)
        had = g.words("have") & g.words("past_auxiliaries")
        return not had.isdisjoint(plain[:1]) and g.words("to").isdisjoint(plain[1:2])

    def _voice(
        self, words: Sequence[str], tags: frozenset[str]
    ) -> Literal["active", "passive", "bare"]:
        if "participle" in tags and self._passive(words):
            return "passive"
        plain = self._plain(words)
        return "bare" if "participle" in tags and not plain else "active"

    def _form(
        self, words: Sequence[str], tags: frozenset[str]
    ) -> Literal["finite", "infinitive", "gerund"]:
        g = self._grammar
        plain = self._plain(words)
        if plain and plain[0] in g.words("to"):
            return "infinitive"
        if plain and plain[0] in g.words("gerund_auxiliaries"):
            return "gerund"
        return "gerund" if not plain and "gerund" in tags else "finite"

    def _goes_on(self, words: Sequence[str]) -> bool:
        """Whether what has begun lasts: "has continued to lose ground"."""
        verbs, lasting = self._grammar.vocabulary.verbs, self._grammar.words("lasting")
        return any(form.lemma in lasting for word in words for form in verbs.get(word, ()))

    def _tense(self, words: Sequence[str], tags: frozenset[str]) -> Tense:
        g = self._grammar
        plain = self._plain(words)
        first = plain[0] if plain else ""
        if first in g.words("to") and not g.words("have").isdisjoint(plain[1:2]):
            return "perfect"
        if first in g.words("futures"):
            return "future"
        if any(a in g.words("to") and b in g.words("have") for a, b in pairwise(plain)):
            return "perfect"
        if first in g.words("past_auxiliaries"):
            return "past"
        if first in g.words("perfect_auxiliaries"):
            return "present" if "gerund" in tags or self._goes_on(plain) else "perfect"
        if first in g.words("present_auxiliaries"):
            return "present"
        if plain:
            forms = frozenset().union(*(f.forms for f in g.vocabulary.verbs.get(first, ())))
            return "past" if "past" in forms else "present"
        return "past" if tags & {"past", "participle"} else "present"
