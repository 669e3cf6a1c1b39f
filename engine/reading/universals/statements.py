"""What clauses say was done, by whom, to what, with what is said of all, of none or of never."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ..deeds.words import Sense
from ..figures.tokens import Token, tokens_of
from ..figures.words import figure_words
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..meaning.scene import Scene
from .parties import Party, PartyReader
from .words import UniversalWords

__all__ = ["Said", "StatementReader"]

_MARKS = frozenset(',;:–—“”"()[]?!')
_PARTING = frozenset(",;:–()")
_LASTING = ("perfect", "present")


@dataclass(frozen=True, slots=True)
class Said:
    """What a clause says.

    Attributes:
        deed: the verb that stands for all that say the same.
        so: whether it is said to be so.
        reach: what it is said of; ``one`` is a single case.
        doer: who does it.
        object: to whom or what it is done.
        tail: what else stands behind the verb.
        about: of that, what tells to which it was done, or as what: "the record for the mile".
        loose: whether that is of one that is not known: "for an attack".
        lasting: whether it is said of all time up to now.
        clause: the clause.
        first: index of its first unit.
        last: index of its last.
        words: all words of the sentence.
    """

    deed: str
    so: bool
    reach: Literal["never", "none", "all", "one"]
    doer: Party | None
    object: Party | None
    tail: frozenset[str]
    about: frozenset[str]
    loose: bool
    lasting: bool
    clause: Clause
    first: int
    last: int
    words: frozenset[str]

    @property
    def of(self) -> Party | None:
        """Those of whom all, or none, are meant."""
        parties = [each for each in (self.doer, self.object) if each and each.reach]
        return parties[0] if parties else None


class StatementReader:
    """Reads the clauses of sentences."""

    def __init__(self, grammar: Grammar, words: UniversalWords) -> None:
        g = grammar
        self._words = words
        self._parties = PartyReader(grammar, words)
        self._breaks = g.words("subordinators") | g.words("relatives") | g.words("conjunctions")
        self._relatives = g.words("relatives")
        self._prepositions = g.words("prepositions") - figure_words("ofs")
        self._adverbs = g.words("adverbs") | g.words("degrees") | g.words("articles")
        self._agents = g.words("agents")
        self._never = words.lists.never
        self._circumstantial = self._prepositions - words.deeds.lists.complements
        self._indefinite = g.words("indefinites")

    def read(self, scene: Scene) -> Iterator[Said]:
        """What the clauses of a sentence say."""
        tokens = tokens_of(scene.line)
        text = scene.line.text  # of a date, "later" says something here, and "May" does not
        words = frozenset(
            word.lower()
            for token in tokens
            for word in text[token.start : token.end].split()
            if token.code != "D" or word.islower()
        )
        if "?" in words:
            return
        for number, clause in enumerate(scene.clauses):
            said = self._clause(clause, tokens, words)
            denied = self._is_denied(scene.clauses[:number], clause, scene)
            if said is not None and not (said.reach == "one" and denied):
                yield said

    @staticmethod
    def _is_denied(before: Sequence[Clause], clause: Clause, scene: Scene) -> bool:
        """Whether a clause hangs on one that is negated: "it does not say he broke the law"."""
        over = before[-1] if before else None
        own = over is not None and clause.subject is not None and clause.subject > over.verb
        if over is None or not over.group.negated or not own:
            return False
        return _PARTING.isdisjoint(scene.line.codes[over.verb : clause.verb])

    def _clause(
        self, clause: Clause, tokens: Sequence[Token], words: frozenset[str]
    ) -> Said | None:
        group = clause.group
        if group.form != "finite" or group.possible or clause.conditional or clause.shared:
            return None
        verb = next(i for i, token in enumerate(tokens) if token.at == clause.verb)
        grouped = {*tokens[verb].word.split(), *group.manner}
        never = any(each <= grouped for each in self._never)
        subject, first = self._subject(clause, tokens, verb)
        behind, last = self._behind(tokens, verb)
        sense = self._words.deeds.sense(
            group.lemmas[0], [w for t in behind for w in t.word.split() if w not in self._adverbs]
        )
        skip, rest = sense.words, list(behind)
        while skip > 0 and rest:
            skip -= rest[0].word not in self._adverbs
            rest.pop(0)
        none = subject is not None and subject.reach == "none"
        object_, tail = self._object(rest, any_is_none=group.negated and not never and not none)
        plain = object_ is not None and object_.reach is None and not object_.words and not tail
        if group.lemmas[0] == sense.deed and plain and object_ is not None:
            nature = self._words.nature(sense.deed, object_.keys)
            sense, object_ = (Sense(nature), None) if nature else (sense, object_)
        passive = group.voice == "passive"
        if passive:
            doer, object_ = self._agent(tail), subject
            tail = rest if doer is None else ()
        else:
            doer = subject
        if not group.negated and not words.isdisjoint(self._words.lists.unanimous):
            unanimous = self._unanimous(sense, subject, rest)
            if unanimous is not None:
                sense, object_ = unanimous, None if unanimous is not sense else object_
                doer, tail = Party(frozenset(), reach="all"), ()
        reach, so = self._said_of(doer, object_, negated=group.negated, never=never)
        if reach is None or (doer is None and object_ is None):
            return None
        dated = any(token.code in "DT" for token in behind)
        lasting = never or (group.tense in _LASTING and not dated)
        return Said(
            sense.deed, so, reach, doer, object_, self._parties.content(tail),
            self._parties.content(self._telling(tail)),
            any(token.word in self._indefinite for token in tail), lasting,
            clause, first, last, words,
        )  # fmt: skip

    def _telling(self, tail: Sequence[Token]) -> Sequence[Token]:
        """Of what stands behind, the words before any that tell when, where or how it was."""
        cut = (i for i, t in enumerate(tail) if t.code == "D" or t.word in self._circumstantial)
        return tail[: next(cut, len(tail))]

    def _unanimous(
        self, sense: Sense, subject: Party | None, behind: Sequence[Token]
    ) -> Sense | None:
        """What all did where "unanimous" says so of a vote, or of what was decided."""
        lists, deeds = self._words.lists, self._words.deeds
        if sense.deed in deeds.ways:
            return sense
        said = any(token.word in lists.unanimous for token in behind[:2])
        if said and subject is not None and not subject.keys.isdisjoint(lists.unanimous_nouns):
            return Sense(deeds.lists.ways[next(iter(deeds.lists.ways))][0])
        return None

    @staticmethod
    def _said_of(
        doer: Party | None, object_: Party | None, *, negated: bool, never: bool
    ) -> tuple[Literal["never", "none", "all", "one"] | None, bool]:
        """Of what a clause says it, and whether it says that it is so."""
        reaches = [each.reach for each in (doer, object_) if each is not None and each.reach]
        if len(reaches) > 1 or (never and reaches):
            return None, False
        if never:
            return "never", False
        if reaches == ["none"]:
            return "none", False
        if reaches:
            return (None, False) if negated else ("all", True)
        return "one", not negated

    def _subject(
        self, clause: Clause, tokens: Sequence[Token], verb: int
    ) -> tuple[Party | None, int]:
        """The noun phrase before the verb, and the unit that it begins at."""
        at = verb - 1
        if clause.subject is not None:
            at = max(i for i, token in enumerate(tokens) if token.at == clause.subject)
        first = at + 1
        while first > 0:
            token = tokens[first - 1]
            own = token.at == clause.subject
            ends = token.word in _MARKS or token.code == "D" or token.group is not None
            ends = ends or token.word in self._breaks or token.word in self._prepositions
            if ends and not own:
                break
            first -= 1
        end = at + 1
        while end < verb and tokens[end].word not in _MARKS | self._relatives:
            end += 1
        if first >= end:
            return None, clause.verb
        party = self._parties.read(tokens[first:end])
        if clause.subject is None and (party is None or party.reach is None):
            return None, clause.verb
        return party, tokens[first].at

    def _behind(self, tokens: Sequence[Token], verb: int) -> tuple[Sequence[Token], int]:
        """What stands behind a verb, up to the next mark or verb, and its last unit."""
        end = verb + 1
        while end < len(tokens):
            token = tokens[end]
            if token.group is not None or token.word in _MARKS or token.word == ".":
                break
            joins = token.word in self._breaks and token.word not in self._prepositions
            apart = token.at != tokens[end - 1].at  # no "and" of a list
            if token.word in self._relatives or (joins and apart):
                break
            end += 1
        return tokens[verb + 1 : end], tokens[end - 1].at

    def _object(
        self, tokens: Sequence[Token], *, any_is_none: bool
    ) -> tuple[Party | None, Sequence[Token]]:
        """The noun phrase right behind the verb, and what stands behind it."""
        if not tokens or tokens[0].word in self._prepositions or tokens[0].code == "D":
            return None, tokens
        cut = next(
            (i for i, t in enumerate(tokens) if t.word in self._prepositions or t.code == "D"),
            len(tokens),
        )
        return self._parties.read(tokens[:cut], any_is_none=any_is_none), tokens[cut:]

    def _agent(self, tokens: Sequence[Token]) -> Party | None:
        """Who does it, behind a passive."""
        at = next((i for i, token in enumerate(tokens) if token.word in self._agents), None)
        return None if at is None else self._object(tokens[at + 1 :], any_is_none=False)[0]
