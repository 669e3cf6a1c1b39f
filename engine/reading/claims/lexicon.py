"""The words of a kind's claims, looked up by role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ...claims import ANY, ARMED, FORCE, VERB_ROLES, Claims, words_by_role
from ...knowledge import read_words
from ..glance import WORD
from ..grammar.nouns import singular
from ..inflect import forms

__all__ = ["ATTRIBUTES", "Lexicon", "Meaning"]

ATTRIBUTES = ("modifier", "own")
"""The roles in which a noun phrase says by itself whose it is, whatever is said of it."""

_STRENGTHS = {ARMED: "armed", ANY: "any", FORCE: "force"}
_FEWEST = 2
"""Different words of a topic that copy about it has, at the least."""
_FEWEST_ALONE = 4
"""The same where each of them is said of other things too."""
_RARELY = 100
"""One word in so many is of the topic, at the least."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word claims in one of its roles.

    Attributes:
        choice: what is claimed.
        role: as in ``Claiming``.
        strength: ``armed`` where only somebody armed does it or copy says it that is about it,
            ``force`` where only a power or an army does it, ``army`` where only an army does,
            ``any`` where it makes ground of any noun, else empty.
        particle: the words that belong to a verb, "over" in "take over".
    """

    choice: str
    role: str
    strength: str = ""
    particle: tuple[str, ...] = ()


class Lexicon:
    """The words of ``claims``.

    Attributes:
        claims: the same.
        modifiers: the participles that stand before ground.
        own: the nouns for ground of those who are named with it.
        prepositions: what ground stands before with its holder.
        sent: the gerunds of what is done to a force that is taken from it.
        holding: the nouns for having it.
    """

    def __init__(self, claims: Claims) -> None:
        self.claims = claims
        self.holding = frozenset(claims.holding)
        self._verbs: dict[str, list[Meaning]] = {}
        self._nouns: dict[str, list[Meaning]] = {}
        self.modifiers: dict[str, Meaning] = {}
        self.own: dict[str, Meaning] = {}
        self.prepositions: dict[str, Meaning] = {}
        apart = {"modifier": self.modifiers, "own": self.own, "preposition": self.prepositions}
        self._apart: Mapping[str, dict[str, Meaning]] = apart
        for choice, claiming in claims.choices.items():
            for role, entry in words_by_role(claiming):
                self._add(choice, role, entry)
        self.sent = {
            gerund: meaning
            for verb, meanings in self._verbs.items()
            for meaning in meanings
            if meaning.role == "sending"
            for gerund in forms(verb).gerund
        }
        for meanings in self._verbs.values():  # a verb with its particle says more
            meanings.sort(key=lambda meaning: -len(meaning.particle))
        self._surfaces = frozenset(self._sentence_words())
        topics = read_words("copy").data
        self._about = frozenset(topics[claims.about])
        self._beside = frozenset(topics[claims.beside])
        self._other = frozenset(topics[claims.other])

    def _add(self, choice: str, role: str, entry: str) -> None:
        strength = _STRENGTHS.get(entry[-1], "")
        if entry.endswith(FORCE * 2):
            strength = "army"
        word, *particle = entry.rstrip(ARMED + ANY + FORCE).split()
        meaning = Meaning(choice, role, strength, tuple(particle))
        if role in VERB_ROLES:
            self._verbs.setdefault(word, []).append(meaning)
        elif role in self._apart:
            self._apart[role][word] = meaning
        else:
            self._nouns.setdefault(word, []).append(meaning)

    def _sentence_words(self) -> Iterator[str]:
        """The words of which a sentence has one that claims anything."""
        for verb in self._verbs:
            inflected = forms(verb)
            for surfaces in (inflected.past, inflected.participle, inflected.gerund):
                yield from surfaces
            yield from (verb, *inflected.present)
        for noun in (*self._nouns, *self.own, *self.holding):
            yield from (noun, f"{noun}s", f"{noun}es")
        yield from self.prepositions
        for word in self.modifiers:
            yield from word.split("-")

    def may_stand_in(self, words: frozenset[str]) -> bool:
        """Whether one of ``words``, those of a sentence, may claim anything."""
        return not self._surfaces.isdisjoint(words)

    def of_verbs(self, lemmas: Iterable[str]) -> list[Meaning]:
        """What verbs that share one place claim, in any role."""
        return [meaning for lemma in lemmas for meaning in self._verbs.get(lemma, ())]

    def of_noun(self, noun: str) -> list[Meaning]:
        """What a noun claims, in any role."""
        return self._nouns.get(noun) or self._nouns.get(singular(noun), [])

    def gives(self, choice: str, kind: str) -> Mapping[str, str]:
        """What is given instead of ``choice`` where it is ``negated``, ``never`` or ``ongoing``."""
        given: Mapping[str, str] = getattr(self.claims.choices[choice], kind)
        return given

    @property
    def nouns(self) -> frozenset[str]:
        """The nouns that claim something, which are no ground themselves."""
        return self.holding | frozenset(self._nouns)

    @property
    def unheld(self) -> str:
        """What is claimed of ground that somebody does not hold."""
        held = self.claims.held
        return self.gives(held, "negated").get(self.claims.field, held)

    def is_hold(self, meaning: Meaning) -> bool:
        """Whether it claims of some ground that somebody has it."""
        return meaning.choice == self.claims.held

    def is_loss(self, choice: str) -> bool:
        """Whether ``choice`` is of ground that somebody held: who never lost it holds it."""
        return self.claims.choices[choice].never == self.unbroken if choice else False

    @property
    def unbroken(self) -> Mapping[str, str]:
        """What is given of ground that somebody has held all along."""
        lasting = (claiming.never for claiming in self.claims.choices.values())
        held, field = self.claims.held, self.claims.field
        return next((never for never in lasting if never.get(field) == held), {field: held})

    def is_about(self, text: str, headline: str) -> bool:
        """Whether an article is about what the claims are about, rather than the other thing."""
        return _is_about(text, headline, self._about, self._beside, self._other)


@lru_cache(maxsize=8)
def _is_about(
    text: str,
    headline: str,
    about: frozenset[str],
    beside: frozenset[str],
    other: frozenset[str],
) -> bool:
    counted = Counter(WORD.findall(f"{headline} {text}".lower()))
    own, others = (about | beside) & counted.keys(), other & counted.keys()
    times, all_ = sum(counted[word] for word in own), counted.total()
    if len(others) >= len(own) or times * _RARELY < all_:
        return False
    if about.isdisjoint(counted):
        return len(own) >= _FEWEST_ALONE
    return len(own) >= _FEWEST or times > _FEWEST
