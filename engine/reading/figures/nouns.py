"""The noun phrase of a figure, and whether it is of people: "17 young Kenyans", "two of them"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural, singular
from ..grammar.vocabulary import UNKNOWN_MANNER
from ..names import NameMention
from .field import Field
from .sentence import Phrase, Sentence
from .tokens import Token
from .words import figure_endings, figure_words

__all__ = ["PhraseFinder", "figure_words", "with_plurals"]

_MOST_WORDS = 6
_OPENED = 10
"""Tokens with which a sentence may begin: "of the boats that were seized on Monday,"."""
_COMPOUNDED = 6
"""Letters of a noun of people that may end another: "coastguards"."""
_PEOPLES = "EBQ"
_OF_NOBODY = "YO"
"""Codes of ages and ordinals: "a 17-year-old student", "a fifth life"."""


def with_plurals(nouns: Iterable[str]) -> frozenset[str]:
    """``nouns`` with what may be their plurals."""
    return frozenset(
        each
        for noun in nouns
        for each in (
            noun,
            f"{noun}s",
            f"{noun}es",
            f"{noun[:-1]}ies" if noun.endswith("y") else noun,
        )
    )


class PhraseFinder:
    """Finds the noun phrases of figures.

    Args:
        grammar: the word classes.
        field: the words of the kind, of which a noun ends the phrase ("17 deaths").
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        g = grammar
        self._field = field
        self._more = g.words("more") | g.words("newcomers") | figure_words("described")
        self._others = g.words("more")
        self._others_noun = next(iter(g.words("everyone_else")))
        self._passed = self._more | g.words("eaches")
        self._ends = (
            g.words("prepositions") | g.words("subordinators") | g.words("relatives")
            | g.words("conjunctions") | g.words("pronouns") | g.words("articles")
            | g.words("possessives") | g.words("demonstratives") | g.words("adverbs")
        )  # fmt: skip
        self._articles, self._joining = g.words("articles"), g.words("conjunctions")
        self._closed = g.closed | g.words("particles")  # "carried 17 corpses out"
        lists = [g.words(name) for name in ("people", "person", "officials")]
        self._people = frozenset(word.split()[-1] for words in lists for word in words)
        self._everyone = g.words("everyone")
        self._compounded = tuple(each for each in self._people if len(each) >= _COMPOUNDED)
        self._persons = frozenset(
            word.split()[-1] for word in g.words("person") | g.words("everyone")
        )

    def find(self, sentence: Sentence, at: int) -> Phrase:
        """The noun phrase of the number at token ``at``."""
        if at not in sentence.phrases:
            sentence.phrases[at] = self._find(sentence, at)
        return sentence.phrases[at]

    def _find(self, sentence: Sentence, at: int) -> Phrase:
        tokens, end = sentence.tokens, at + 1
        noun: str | None = None
        if _is_of(tokens, end, figure_words("partial")):
            people = self.antecedent(sentence, at)
            return Phrase(at, end + 2, tokens[end + 1].word, people, partitive=True)
        while end < len(tokens) and tokens[end].word in self._passed and end - at <= _MOST_WORDS:
            noun = self._others_noun if tokens[end].word in self._others else noun
            end += 1
        if self.is_vague(sentence, at) and sentence.word(end) in figure_words("ofs"):
            end += 1  # "dozens of people"
        elif _is_of(tokens, end, figure_words("whole")):
            end += 2
            named = end < len(tokens) and self._field.names(tokens[end].word, "among")
            if named and not self._noun_follows(sentence, end):
                return Phrase(at, end + 1, tokens[end].word, people=True)
        end, noun = self._run(sentence, end, noun)
        noun = self._or_more(sentence, at) if noun is None else noun
        people = self.people(noun if noun is not None else self._opened(sentence, at))
        if people is None and tokens[end - 1].code in _PEOPLES:
            people = True  # "17 Kenyans"
        if people is None and self._is_compatriot(sentence, end):
            people = True  # "two Kenyans and one Ghanaian"
        return Phrase(at, end, noun, people)

    def _is_compatriot(self, sentence: Sentence, end: int) -> bool:
        """Whether a name of a people ends a noun phrase, and describes nothing behind it."""
        return sentence.tokens[end - 1].is_people and sentence.word(end) not in self._joining

    def _or_more(self, sentence: Sentence, at: int) -> str | None:
        """The noun of one, of which it may be so many: "a cow or two"."""
        article, noun, joint = sentence.words(at - 3, at) if at > len(("a", "cow")) else ("",) * 3
        told = article in figure_words("ones") and joint in figure_words("or_more")
        return noun if told else None

    @staticmethod
    def _opened(sentence: Sentence, at: int) -> str | None:
        """The noun with which a sentence says of what the bare number is: "Of the boats, nine"."""
        if sentence.word(0) not in figure_words("opening"):
            return None
        words = sentence.words(0, min(at, _OPENED))
        comma = words.index(",") if "," in words else 0
        if comma < len(("of", "boats")):
            return None
        return sentence.word(comma - 1)

    @staticmethod
    def is_vague(sentence: Sentence, at: int) -> bool:
        """Whether a number is one of many: "dozens", "tens of thousands"."""
        words = sentence.word(at).split()
        return bool(words) and words[-1].isalpha() and is_plural(words[-1])

    def people(self, noun: str | None) -> bool | None:
        """Whether ``noun`` names people: ``None`` where nobody can tell."""
        if noun is None:
            return None
        word = noun.split()[-1].rstrip("'")
        one = singular(word)
        if word in self._everyone or word in self._people or one in self._people:
            return True
        if word in figure_words("things") or one in figure_words("things"):
            return False
        if word.endswith(figure_endings("people_endings")):
            return True
        return True if word.endswith(self._compounded) else None

    def is_person(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether a phrase names one person by what they are: "driver", "a Syrian"."""
        last = sentence.tokens[phrase.end - 1].mention
        if isinstance(last, NameMention) and last.form in ("demonym", "people"):
            return True
        noun = sentence.tokens[phrase.end - 1].word
        return noun == phrase.noun and noun.split()[-1] in self._persons

    def names_one(self, word: str) -> bool:
        """Whether a noun names one person by what they are: "gunman", "baker"."""
        several = f"{word.removesuffix('man')}men" if word.endswith("man") else f"{word}s"
        return word in self._persons or (not is_plural(word) and self.people(several) is True)

    def antecedent(self, sentence: Sentence, at: int) -> bool | None:
        """Whether those whom "of them" means are people: what the figure before it counts.

        Of "of them, of them" each means what the first does.
        """
        before = sentence.number_before(at)
        while before is not None and before not in sentence.phrases:
            number = sentence.tokens[before].number
            counts = number is not None and number.form in ("count", "ratio")
            if counts and not _is_of(sentence.tokens, before + 1, figure_words("partial")):
                break
            before = sentence.number_before(before)
        if before is None:
            return True
        counted = self.find(sentence, before)
        return True if counted.noun is None else counted.people

    def _run(self, sentence: Sentence, end: int, noun: str | None) -> tuple[int, str | None]:
        """Where the words of a phrase end that begin at ``end``, and its noun."""
        tokens, length = sentence.tokens, 0
        while end < len(tokens) and length < _MOST_WORDS:
            token = tokens[end]
            if token.code in _OF_NOBODY or _is_hung(tokens, end):
                end += 1
                continue
            if token.group is not None and token.word in self._everyone:  # "1,269 Libyan lives"
                return end + 1, token.word
            if self._describes(sentence, end):
                end, length = end + 1, length + 1
                continue
            if self._is_end(token) or self._is_state(sentence, end, noun):
                break
            if token.word[:1].isalpha() and token.word not in self._articles:
                noun = token.word
            end, length = end + 1, length + 1
            if self._is_whole(sentence, end, noun):
                break
        return end, noun

    def _is_whole(self, sentence: Sentence, end: int, noun: str | None) -> bool:
        """Whether a phrase ends with the word before ``end``: at what it counts, or at people."""
        counted = self._field.names(sentence.tokens[end - 1].word, "counted")
        if counted and not self._noun_follows(sentence, end - 1):
            return True
        return bool(self.people(noun)) and not self._is_compound(sentence.tokens, end)

    def _describes(self, sentence: Sentence, at: int) -> bool:
        """Whether a participle at ``at`` describes a noun: "4 laboratory confirmed cases"."""
        group = sentence.tokens[at].group
        if group is None or group.voice != "bare":
            return False
        return self._field.names(sentence.word(at + 1), "counted")

    def _is_end(self, token: Token) -> bool:
        if token.group is not None or token.code == "D" or token.number is not None:
            return True
        if not token.word[:1].isalpha():
            return token.word != "-" and token.word not in figure_words("genitives")
        return token.word in self._ends and token.mention is None

    def _is_state(self, sentence: Sentence, at: int, noun: str | None) -> bool:
        """Whether a word says what befell those counted rather than who they are."""
        word = sentence.tokens[at].word
        if not self._field.names(word, "state") or self._field.names(word, "counted"):
            return False
        if self._field.state([word], sentence.beside(at, at + 1)) is None:
            return False
        return noun is not None or not self._noun_follows(sentence, at)

    def _noun_follows(self, sentence: Sentence, at: int) -> bool:
        """Whether the word at ``at`` stands before a noun: "two dead whales"."""
        following = sentence.tokens[at + 1 : at + 2]
        return any(
            token.is_word
            and token.code != UNKNOWN_MANNER  # "3,000 deaths yearly"
            and token.word not in self._ends | self._closed
            for token in following
        )

    def _is_compound(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether the noun before ``end`` goes on: "passengers' relatives", "police officers"."""
        if end >= len(tokens):
            return False
        word = tokens[end].word
        if word == "-" or word in figure_words("genitives") or self.people(word) is True:
            return True
        return self._field.names(word, "counted")  # "13 civilian deaths"


def _is_hung(tokens: Sequence[Token], at: int) -> bool:
    """Whether digits hang on a word before them: "17 Covid-(19) deaths"."""
    token, hyphen = tokens[at], tokens[at - 1]
    return (
        token.number is None
        and token.word.isdigit()
        and (hyphen.word == "-" and hyphen.end == token.start)
    )


def _is_of(tokens: Sequence[Token], at: int, words: frozenset[str]) -> bool:
    """Whether "of" and one of ``words`` stand at ``at``."""
    following = tokens[at : at + 2]
    if len(following) < len(("of", "them")):
        return False
    return following[0].word in figure_words("ofs") and following[1].word in words
