"""Who or what a clause tells of, and whether it tells so of all of them, of none, or of some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ...knowledge import read_words
from ..figures.tokens import Token
from ..figures.words import figure_endings, figure_words
from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural, noun_words, singular, standard_noun
from ..names import NameMention
from .words import UniversalWords

__all__ = ["Party", "PartyReader", "Reach"]

Reach = Literal["all", "none"]
_NAMES = frozenset("CAHPXE")
_UNKNOWN, _ORDINAL = "W", "O"
_PERSONS = frozenset("HXW")
_WORDLESS = frozenset("DNSMLTYUO")


@dataclass(frozen=True, slots=True)
class Party:
    """A noun phrase.

    Attributes:
        keys: its noun in the singular, or the last words of the names in it; of a pronoun or of
            anybody, empty.
        words: what describes it, in the singular.
        of: the words behind its noun.
        reach: whether it stands for all of them, or none.
        named: whether it is a name.
        names: the names in it, in full and in lower case.
        person: whether its name may be of a person, who is called by the last of it as well.
        forms: of names, what sort of name each is; and what somebody is called before it.
        definite: whether it is a certain one: "the cup".
        pronoun: of a pronoun, the word.
        people: whether it may be of people: a name, or a noun for people.
    """

    keys: frozenset[str]
    words: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    reach: Reach | None = None
    named: bool = False
    names: frozenset[str] = frozenset()
    person: bool = False
    forms: frozenset[str] = frozenset()
    definite: bool = False
    pronoun: str = ""
    people: bool = False

    @property
    def anybody(self) -> bool:
        """Whether it is everybody, or nobody, whoever they may be."""
        return self.reach is not None and not self.keys


class PartyReader:
    """Reads noun phrases by their tokens."""

    def __init__(self, grammar: Grammar, words: UniversalWords) -> None:
        g = grammar
        self._words = words
        self._definite = g.words("definites") | g.words("possessives") | g.words("demonstratives")
        self._prepositions = g.words("prepositions")
        self._closed = g.closed | noun_words("hollow")
        self._pronouns = g.words("pronouns")
        lists = ("people", "person", "officials", "actors")
        self._people = frozenset().union(*(g.words(name) for name in lists))
        classes = read_words("classes").data
        self._person = frozenset((*classes["employment"], *classes["voting"], *words.lists.called))
        self._further = g.words("newcomers")
        self._of = figure_words("ofs")
        self._nobody = {tuple(entry.split()) for entry in words.lists.nobody}

    def read(self, tokens: Sequence[Token], *, any_is_none: bool = False) -> Party | None:
        """The noun phrase of these tokens; ``None`` where they are none that is plain.

        Args:
            tokens: from its first word to what stands behind it.
            any_is_none: whether the verb is negated, so that "any" makes it none.
        """
        reach, at = self._reach(tokens, any_is_none)
        rest = tokens[at:]
        if reach and rest[:1] and rest[0].word in self._of:
            rest = rest[1:]
            if rest[:1] and rest[0].word in self._words.lists.them:
                return None
        if at and (not rest or rest[0].word in self._prepositions) and reach:
            return Party(frozenset(), of=self.content(rest), reach=reach)
        cut = next((i for i, t in enumerate(rest) if t.word in self._prepositions and i), len(rest))
        if rest[cut : cut + 1] and rest[cut].word in self._of and self._is_number(rest[:cut]):
            behind = rest[cut + 1 :]  # "one of the suspects"
            cut += 1 + next(
                (i for i, t in enumerate(behind) if t.word in self._prepositions and i),
                len(behind),
            )
        return self._made(rest[:cut], rest[cut:], reach)

    def _made(
        self, head: Sequence[Token], behind: Sequence[Token], reach: Reach | None
    ) -> Party | None:
        if len(head) == 1 and head[0].word in self._pronouns:
            return Party(frozenset(), pronoun=head[0].word)
        if any(t.code == _ORDINAL or t.word in self._further for t in head):
            return None  # "a third suspect", "another suspect"
        definite = any(t.word in self._definite for t in head)
        names = [t for t in head if t.capital and t.code in _NAMES]
        if not names and head and self._may_be_named(head[-1]):
            names = [head[-1]]
        words = self.content(head)
        last = head[-1] if head else None
        of = self.content(behind)
        if names and last in names:
            mentions = [t.mention for t in names if isinstance(t.mention, NameMention)]
            forms = {each for m in mentions for each in (m.form, m.sort) if each}
            forms |= {word for m in mentions for word in (m.title or "").lower().split()}
            keys = frozenset(t.word.split()[-1] for t in names)
            forms |= words - {key for t in names for key in t.word.split()}
            return Party(
                keys, words, of, reach, named=True, names=_full(head),
                person=not {t.code for t in names}.isdisjoint(_PERSONS),
                forms=frozenset(forms), definite=True, people=True,
            )  # fmt: skip
        nouns = [t for t in head if self._is_content(t)]
        if not nouns:
            return None
        noun = standard_noun(singular(nouns[-1].word.split()[-1]))
        word = nouns[-1].word.split()[-1]
        people = word in self._people or noun in self._person | self._people
        people = people or word.endswith(figure_endings("people_endings"))
        return Party(frozenset([noun]), words - {noun}, of, reach, definite=definite, people=people)

    def _reach(self, tokens: Sequence[Token], any_is_none: bool) -> tuple[Reach | None, int]:
        """Whether it is all or none, and how many tokens say so."""
        lists = self._words.lists
        words = [token.word for token in tokens[:3]]
        for entry in self._nobody:
            if tuple(words[: len(entry)]) == entry:
                return "none", len(entry)
        if not words:
            return None, 0
        number = tokens[0].number
        if words[0] in lists.none or (number is not None and number.quantity.high == 0):
            return "none", 1 + (words[1:2] == ["single"])
        if words[0] in lists.everybody:
            return "all", 1
        if words[0] in lists.all:
            one = words[1:2] == ["one"]  # "every one of"
            return "all", 1 + one
        if any_is_none:
            for at, word in enumerate(words[:2]):
                if word in lists.any:
                    return "none", at + 1
        return None, 0

    @staticmethod
    def _may_be_named(token: Token) -> bool:
        """Whether a token is a word with a capital that may be a name."""
        return token.capital and token.code == _UNKNOWN and not is_plural(token.word)

    @staticmethod
    def _is_number(tokens: Sequence[Token]) -> bool:
        return len(tokens) == 1 and (tokens[0].number is not None or tokens[0].word == "one")

    def _is_content(self, token: Token) -> bool:
        if token.code in _WORDLESS or not token.word[:1].isalpha():
            return False
        if token.word.endswith(figure_endings("adverb_endings")):
            return False
        return token.word not in self._closed

    def content(self, tokens: Sequence[Token]) -> frozenset[str]:
        """The words of tokens that say something, in the singular."""
        words = (word for t in tokens if self._is_content(t) for word in t.word.split())
        return frozenset(standard_noun(singular(word)) for word in words)


def _full(tokens: Sequence[Token]) -> frozenset[str]:
    """The names among the tokens, with all words of each: "west germany"."""
    names: list[list[str]] = [[]]
    for token in tokens:
        if token.capital:
            names[-1].append(token.word)
        elif names[-1]:
            names.append([])
    return frozenset(" ".join(name) for name in names if name)
