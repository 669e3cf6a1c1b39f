"""The closed classes of English as character classes over a line.

``Grammar`` is where the word lists of ``facts/words`` and the codes of the vocabulary
meet; the pattern modules build their expressions from its classes.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import cached_property
from string import ascii_letters

from .vocabulary import UNKNOWN_MANNER, UNKNOWN_NAME, UNKNOWN_WORD, Vocabulary, word_lists

__all__ = ["Grammar"]

_CLOSED = (
    "determiners", "prepositions", "relatives", "conjunctions", "subordinators", "negations",
    "be", "have", "do", "get", "modals", "to", "pronouns", "adverbs", "degrees", "contrasts",
    "partitives",
)  # fmt: skip
_GOVERNING = (
    "affirming", "negating", "intending", "reporting", "denying", "doubting", "wishing",
    "exceeding", "claiming", "forcing", "lasting", "holding",
)  # fmt: skip

_AUXILIARIES = ("be", "have", "do", "get")


_UNKNOWN = UNKNOWN_WORD + UNKNOWN_MANNER + UNKNOWN_NAME
_MARKING = "".join(letter for letter in ascii_letters if letter not in _UNKNOWN)
"""The letters that stand for mentions and chunks."""


class Grammar:
    """Classes of words, as regular expressions that match one unit.

    Every list of grammar.yaml and heads.yaml is a class by its name: ``grammar["articles"]``.
    Classes are to be had once ``settle`` was called.

    Attributes:
        vocabulary: the words and their codes.
        words: gives the words of a list, by its name.
    """

    def __init__(self) -> None:
        lists = {**word_lists("grammar"), **word_lists("heads")}
        verbs = word_lists("verbs")
        self._words = {name: frozenset(words) for name, words in lists.items()}
        self.words: Callable[[str], frozenset[str]] = self._words.__getitem__
        self.vocabulary = Vocabulary(frozenset(verbs["noun_too"]), self._words["never_verbs"])
        for name, words in lists.items():
            learn = self.vocabulary.add_verb if name in _GOVERNING else self.vocabulary.add
            for word in words:
                learn(word)
        for lemma in (*verbs["common"], *verbs["noun_too"], *_AUXILIARIES):
            self.vocabulary.add_verb(lemma)
        self._classes: dict[str, str] = {}

    def settle(self) -> None:
        """Ends the learning of words: from here on they have codes."""
        self.vocabulary.settle([self._words[name] for name in _CLOSED])

    def has(self, name: str) -> bool:
        """Whether there is a list ``name``."""
        return name in self._words

    def __getitem__(self, name: str) -> str:
        if name not in self._classes:
            governing = name in _GOVERNING
            make = self.vocabulary.verb_class if governing else self.vocabulary.one_of
            self._classes[name] = make(self._words[name])
        return self._classes[name]

    def without(self, name: str, other: str) -> str:
        """The class ``name`` less the words of the class ``other``."""
        return self.vocabulary.one_of(self._words[name] - self._words[other])

    @cached_property
    def modifier(self) -> str:
        """A word that may stand before a noun: neither closed class nor verb."""
        return self._open(self.closed | self.vocabulary.verbs.keys())

    @cached_property
    def noun(self) -> str:
        """A word of no closed class; once verb groups are units, no verb either."""
        return self._open(self.closed)

    @cached_property
    def modifier_after_determiner(self) -> str:
        """As ``modifier``, with participles, gerunds and verbs that are nouns too."""
        verbs = self.vocabulary.verbs
        plain = {surface for surface in verbs if not self.vocabulary.is_nominal(surface)}
        return self._open(self.closed | plain)

    @cached_property
    def thing_codes(self) -> str:
        """The codes of what ``thing_word`` matches."""
        codes = self.vocabulary.codes
        words = sorted(codes.keys() - self.closed - self._words["particles"])
        return _UNKNOWN + "".join(codes[word] for word in words)

    @cached_property
    def compound(self) -> str:
        """A noun that makes the one before it a modifier: "police cars"."""
        verbs = self.vocabulary.verbs.keys()
        return self._open(self.closed | verbs | self._words["postmodifiers"])

    @cached_property
    def known_noun(self) -> str:
        """A noun that some list has."""
        verbs, codes = self.vocabulary.verbs.keys(), self.vocabulary.codes.keys()
        return self.vocabulary.one_of(
            codes - self.closed - verbs - self._words["postmodifiers"] - self._words["degrees"]
        )

    @cached_property
    def any_word(self) -> str:
        """Any word at all."""
        return self._open(frozenset())

    def any_word_but(self, name: str) -> str:
        """Any word but those of the class ``name``."""
        return self._open(self._words[name])

    @cached_property
    def adverbials(self) -> str:
        """Adverbs and dates, however many one after another, with a comma on either side of a date.

        Some prepositions are adverbs as well ("since"), so each unit is let in by one
        alternative alone; otherwise every further date would double the ways to read them.
        """
        adverbs = self._words["adverbs"] | self._words["degrees"]
        only_preposition = self.vocabulary.one_of(self._words["prepositions"] - adverbs)
        dated = rf"(?:{only_preposition}?|,{self['prepositions']}?)D,?+"
        return rf"(?:{self.vocabulary.one_of(adverbs)}|{dated})*"

    @cached_property
    def plain_phrase(self) -> str:
        """A noun phrase that no chunk is made of: "talks", "a leaked poll"."""
        return self._phrase_of(self.noun)

    @cached_property
    def adjunct_phrase(self) -> str:
        """As ``plain_phrase``, up to a particle: "went into the break (down by two)"."""
        return self._phrase_of(self.thing_word)

    def _phrase_of(self, noun: str) -> str:
        inner = f"(?:{noun}|[CAPXON-])"
        return rf"(?:{self['determiners']}{inner}{{0,5}}{noun}|{noun}+)"

    @cached_property
    def thing_word(self) -> str:
        """A noun that is no particle of a verb."""
        return self._open(self.closed | self._words["particles"])

    @cached_property
    def thing_words(self) -> str:
        """The words and names of a noun phrase without its determiners: "Germany's exports"."""
        word = rf"(?:[CAHPXFGEBO]|{self.thing_word})"
        return rf"(?:{word}(?:['-](?={word}))?){{1,7}}"

    @cached_property
    def verb(self) -> str:
        """Any form of any verb."""
        return self.vocabulary.one_of(self.vocabulary.verbs)

    @cached_property
    def closed(self) -> frozenset[str]:
        """The words of the closed classes, which most sentences have."""
        return frozenset().union(*(self._words[name] for name in _CLOSED))

    def _open(self, excluded: AbstractSet[str]) -> str:
        """The class of all words but ``excluded``, written the way that names fewer codes.

        ``re`` goes through a range code by code when it compiles a class.
        """
        included = self.vocabulary.codes.keys() - excluded
        if len(included) < len(excluded):
            return f"[{_UNKNOWN}{self.vocabulary.one_of(included)[1:]}"
        left_out = self.vocabulary.one_of(excluded).strip("[]") if excluded else ""
        return rf"[^\W\d_{_MARKING}{left_out}]"
