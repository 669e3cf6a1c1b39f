"""One sentence as its figures are read: its words, its verbs, and what was read of it so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ...model import Quantity, Value
from ..glance import WORD
from ..grammar.clauses import Clause
from ..meaning.scene import Scene
from .field import Beside, Evoked
from .tokens import Token, tokens_of

__all__ = ["Phrase", "Reading", "Sentence"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The noun phrase of a figure.

    Attributes:
        at: index of the token of its number.
        end: index of the token behind it.
        noun: its noun, as written in lower case; ``None`` where the figure stands alone.
        people: whether that is of people; ``None`` where nobody can tell.
    """

    at: int
    end: int
    noun: str | None
    people: bool | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure was read as.

    Attributes:
        phrase: its noun phrase.
        quantity: its value.
        evoked: what it is, by the words that say so.
        construction: how it stands to them, in a word or two.
        verb: index of the token of the verb that says so; ``None`` where no verb does.
        whole: index of the token of the figure that it is a part of.
        superseded: whether another figure has taken its place.
        owner: index of the token that names whose it is, where the verb is left out.
        first: index of the first token of what says so.
        last: index of the last.
        known: other fields that its construction tells; several values are those of several facts.
        answered: whether its verb is what those say whom it counts, so that "do not want" is an
            answer, and no figure denied.
        opening: index of the token where its passage begins, if that is another figure.
    """

    phrase: Phrase
    quantity: Quantity
    evoked: Evoked
    construction: str
    verb: int | None = None
    whole: int | None = None
    superseded: bool = False
    owner: int | None = None
    first: int | None = None
    last: int | None = None
    known: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    answered: bool = False
    opening: int | None = None

    @property
    def choice(self) -> str:
        """What it is."""
        return self.evoked.choice


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence.

    Attributes:
        scene: where it stands.
        tokens: its words.
        before: what was read in the sentence before it.
        readings: what was read so far, by index of the token of the number.
    """

    scene: Scene
    tokens: Sequence[Token]
    before: Sequence[Reading] = ()
    readings: dict[int, Reading] = field(default_factory=dict)
    _by_verb: dict[int, Clause] | None = None

    @classmethod
    def of(cls, scene: Scene, before: Sequence[Reading] = ()) -> Sentence:
        """The sentence of ``scene``."""
        return cls(scene, tokens_of(scene.line), before)

    def words(self, first: int, end: int) -> list[str]:
        """The words from token ``first`` to the one before ``end``."""
        return [token.word for token in self.tokens[max(first, 0) : max(end, 0)]]

    def beside(
        self, first: int, end: int, *, surely: bool = True, phrase: Phrase | None = None
    ) -> Beside:
        """What stands from token ``first`` to the one before ``end``: words, and verbs as such.

        What stands behind another figure is said of that.

        Args:
            first: index of the first token.
            end: index behind the last.
            surely: as in ``Beside``.
            phrase: the noun phrase of the figure that may stand among them.
        """
        near: set[str] = set()
        for token in self._own(max(first, 0), max(end, 0), phrase):
            near.update(token.word.split())
            if token.group is not None:
                near.update(token.group.lemmas)
        return Beside(frozenset(near), article_words(self.scene.line.text), surely)

    def _own(self, first: int, end: int, phrase: Phrase | None) -> Iterator[Token]:
        """The tokens up to those that are said of another figure, or by another verb."""
        for at in range(first, min(end, len(self.tokens))):
            token = self.tokens[at]
            if phrase is not None and at > first and not phrase.at <= at < phrase.end:
                if token.number is not None and token.number.form == "count":
                    return
                if token.group is not None and token.group.voice != "bare" and at >= phrase.end:
                    return
            yield token

    def clause(self, token: int | None) -> Clause | None:
        """The clause whose verb is at ``token``."""
        if token is None:
            return None
        if self._by_verb is None:
            self._by_verb = {clause.verb: clause for clause in self.scene.clauses}
        return self._by_verb.get(self.tokens[token].at)

    def last_reading(self, before: int) -> Reading | None:
        """The last figure that was read before token ``before``."""
        earlier = [at for at in self.readings if at < before]
        return self.readings[max(earlier)] if earlier else None


@lru_cache(maxsize=4)
def article_words(text: str) -> frozenset[str]:
    """The words of an article, in lower case."""
    return frozenset(WORD.findall(text.lower()))
