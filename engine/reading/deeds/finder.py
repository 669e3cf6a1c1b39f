"""The kind that reads deeds of which only one can be: granted and refused, for and against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...kinds import Kind
from ...model import Fact, Name, Span, Value
from ..counting.counted import Leaves
from ..glance import Glance
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Unit
from ..grammar.nouns import singular
from ..grammar.verbs import VerbGroup
from ..grammar.vocabulary import word_lists
from ..meaning.circumstances import Circumstances
from ..meaning.mentions import Passage, mentioned
from ..meaning.scene import Scene, Stretch
from ..names import NameMention
from .lives import LifeFinder
from .words import Sense, deed_words, head_noun

__all__ = ["DeedFinder"]

_NAMES = frozenset("CAHPXE")
_STOPS = frozenset(",;:()[]“”.!?–VD")
_MOST_BEHIND = 5
"""Words behind a verb that may belong to it."""
_LAST = ("deeds", "last")
_PRONOUNS = "RI"
_NUMBERS = "NSQ"
_LISTED = re.compile(r"(?P<name>[^\W\d_][^,;.\n]*)(?:[,;.]|$)(?: and )?")


class DeedFinder:
    """Finds the deeds of a sentence of which only one can be."""

    def __init__(self, grammar: Grammar, circumstances: Circumstances) -> None:
        self._circumstances = circumstances
        self._words = words = deed_words()
        self._passed = grammar.words("determiners") | grammar.words("adverbs")
        names = ("prepositions", "relatives", "subordinators", "conjunctions", "to")
        self._binding = frozenset().union(*(grammar.words(name) for name in names))
        self._to, self._agents = grammar.words("to"), frozenset(["by"])
        self._asked_for = words.lists.asked_for
        lists = word_lists("speech")
        told = frozenset(lists["earlier"]) | frozenset(lists["later"])
        self._sequences = told - self._binding
        self._lives = LifeFinder(self._called)
        self._labels = {f"{label}:": deed for label, deed in words.lists.labels.items()}

    def concerns(self, sentence: Glance) -> bool:
        """As for ``Structure``."""
        if not self._words.surfaces.keys().isdisjoint(sentence.words):
            return True
        text = sentence.text.lower()
        if self._lives.concerns(text):
            return True
        return any(each in text for each in (*self._words.lists.included, *self._labels))

    def facts(self, kind: Kind, scene: Scene, _: Sequence[Fact]) -> Iterator[Fact]:
        """As for ``Structure``."""
        leaves = Leaves.of(scene.line)
        found = list(self._labelled(kind, scene))
        if not found:
            found = [
                fact
                for index in range(len(leaves.units))
                if (fact := self._at(kind, index, leaves, scene)) is not None
            ]
        yield from found
        for life in self._lives.find(scene):
            fields: dict[str, Value | None] = {
                "axis": "life", "deed": life.state, "doer": life.who, "role": life.role,
                "sequence": "yes" if self._is_one_of_several(None, leaves) else None,
                "tense": life.clause.group.tense if life.clause else None,
            }  # fmt: skip
            yield self._fact(kind, life.span, fields, scene, life.clause)
        last = scene.context.told.get(_LAST)
        if isinstance(last, Fact) and not found:
            yield from self._included(kind, last, leaves, scene)
        scene.context.told[_LAST] = found[-1] if found else None

    # -- one deed ----------------------------------------------------------------------------

    def _at(self, kind: Kind, index: int, leaves: Leaves, scene: Scene) -> Fact | None:
        """The deed that leaf ``index`` tells of, be it a verb or a noun that is written as one."""
        unit = leaves.units[index]
        group = unit.detail if isinstance(unit.detail, VerbGroup) else None
        written = (unit.word or "").split()
        verb = self._words.surfaces.get(written[-1]) if written else None
        if verb is None:
            return None
        sense = self._words.sense(verb, self._behind(leaves, index))
        axis = self._words.axes.get(sense.deed)
        clause = next((each for each in scene.clauses if each.verb == leaves.at[index]), None)
        if axis is None or not (group is None or _is_told(group, clause)):
            return None
        doer = self._doer(index, clause, leaves, scene)
        if group is None and doer is None:
            return None
        matter, whom = self._matter(index, sense, leaves, scene)
        if group is not None and group.voice == "passive":
            whom, matter = (doer, matter) if matter else (None, doer.key if doer else None)
            doer = self._agent(index, leaves, scene)
        if sense.deed in self._words.lists.to_persons:
            whom, matter = whom or _somebody(matter), None
        fields: dict[str, Value | None] = {
            "axis": axis, "deed": sense.deed, "doer": doer, "matter": matter, "whom": whom,
            "sequence": "yes" if self._is_one_of_several(group, leaves) else None,
        }  # fmt: skip
        return self._fact(kind, Span(unit.start, unit.end), fields, scene, clause)

    def _behind(self, leaves: Leaves, index: int) -> list[str]:
        words: list[str] = []
        for unit in leaves.units[index + 1 : index + 1 + _MOST_BEHIND]:
            words += (unit.word or "-").split()
        return words

    def _doer(self, index: int, clause: Clause | None, leaves: Leaves, scene: Scene) -> Name | None:
        """Who does it: the subject, or who stands right before a noun: "Hall's vote"."""
        if clause is not None:
            at = clause.subject
            several = at and scene.line.codes[at - 1] in _NUMBERS  # "five Greens backed it"
            return None if at is None or several else self._called(scene.line.units[at], scene)
        before = index - 1
        owned = before > 0 and leaves.codes[before] == "'"
        before -= owned
        if before < 0 or (owned and leaves.units[index].word not in self._words.lists.votes):
            return None
        unit = leaves.units[before]
        headline = scene.part == "title" and (unit.code == "w" or unit.code >= "一")
        return self._called(unit, scene) if unit.code in _NAMES or headline else None

    def _called(self, unit: Unit, scene: Scene) -> Name | None:
        """Who or what a unit names, by its last word; ``None`` where nothing says."""
        text = scene.line.text[unit.start : unit.end]
        if unit.code in _PRONOUNS:
            meant = scene.context.actor(unit, scene.line, None)
            known = meant is not None and meant.named
            return Name(meant.key.split()[-1], text) if meant and known else None
        if isinstance(unit.mention, NameMention) and unit.code in _NAMES:
            return Name((unit.mention.actor or text).split()[-1], text)
        words = [w for part in unit.walk() if not part.parts for w in part.word.split()]
        noun = head_noun([word for word in words if word not in self._passed])
        return Name(noun, text, named=False) if noun and noun not in self._binding else None

    def _matter(
        self, index: int, sense: Sense, leaves: Leaves, scene: Scene
    ) -> tuple[str | None, Name | None]:
        """What it is about, and whom it is done to: "granted Smith bail", "bail to Smith"."""
        at, skip = index + 1, sense.words
        while at < len(leaves.units) and skip > 0:
            skip -= len((leaves.units[at].word or "-").split())
            at += 1
        whom: Name | None = None
        words, at = self._phrase(leaves, at)
        if at < len(leaves.units) and leaves.codes[at] in _NAMES | set(_PRONOUNS) and not words:
            whom = self._called(leaves.units[at], scene)
            rest, end = self._phrase(leaves, at + 1)
            owner = leaves.codes[at + 1 : at + 2] == "'"
            if owner:
                rest, end = self._phrase(leaves, at + 2)
            words, at = rest, end
            if not words and whom is not None:
                return whom.key, None
        asked = bool(words) and singular(words[-1]) in self._words.lists.asking
        if asked and at < len(leaves.units) and leaves.units[at].word in self._asked_for:
            words, at = self._phrase(leaves, at + 1)
        if at < len(leaves.units) and leaves.units[at].word in self._to:
            unit = next((u for u in leaves.units[at + 1 : at + 4] if u.code in _NAMES), None)
            far, _ = self._phrase(leaves, at + 1)
            whom = self._called(unit, scene) if unit else _somebody(head_noun(far)) or whom
        return head_noun(words), whom

    def _phrase(self, leaves: Leaves, at: int) -> tuple[list[str], int]:
        """The common words of the noun phrase that begins at a leaf, and what follows it."""
        words: list[str] = []
        while at < len(leaves.units):
            unit, code = leaves.units[at], leaves.codes[at]
            if code in _STOPS or code in _NAMES or code in _PRONOUNS or code == "'":
                break
            if unit.word in self._binding:
                break
            if unit.word and unit.word not in self._passed:
                words += unit.word.split()
            at += 1
        return words, at

    def _agent(self, index: int, leaves: Leaves, scene: Scene) -> Name | None:
        """Who does it where the verb is a passive."""
        for at in range(index + 1, min(index + 6, len(leaves.units) - 1)):
            if leaves.units[at].word in self._agents:
                following = leaves.units[at + 1]
                if following.code in _NAMES:
                    return self._called(following, scene)
                words, _ = self._phrase(leaves, at + 1)
                return _somebody(head_noun(words))
        return None

    def _is_one_of_several(self, group: VerbGroup | None, leaves: Leaves) -> bool:
        """Whether the sentence tells of what was before or after, too."""
        if group is not None and group.past_perfect:
            return True
        words = (word for unit in leaves.units for word in _words(unit))
        return not self._sequences.isdisjoint(words)

    # -- deeds of several --------------------------------------------------------------------

    def _labelled(self, kind: Kind, scene: Scene) -> Iterator[Fact]:
        """A list of names behind what they did: "Ayes: Beck, Lund"."""
        text, span = scene.line.text, scene.line.span
        label = text[span.start : span.end].lower().partition(":")[0].strip() + ":"
        deed = self._labels.get(label)
        if deed is None:
            return
        for name in _LISTED.finditer(text, span.start + len(label), span.end):
            who = name["name"]
            fields: dict[str, Value | None] = {
                "axis": self._words.axes[deed], "deed": deed, "doer": Name(who.split()[-1], who),
            }  # fmt: skip
            yield self._fact(kind, Span(*name.span("name")), fields, scene, None)

    def _included(self, kind: Kind, last: Fact, leaves: Leaves, scene: Scene) -> Iterator[Fact]:
        """Who is said to be among those told of last: "Norway was one of them"."""
        text, span = scene.line.text, scene.line.span
        said = text[span.start : span.end].lower()
        if not any(each in said for each in self._words.lists.included):
            return
        unit = next((each for each in leaves.units if each.code in _NAMES), None)
        if unit is not None:
            fields = {**last.fields, "doer": self._called(unit, scene)}
            yield self._fact(kind, Span(unit.start, unit.end), fields, scene, None)

    def _fact(
        self,
        kind: Kind,
        span: Span,
        fields: dict[str, Value | None],
        scene: Scene,
        clause: Clause | None,
    ) -> Fact:
        line = scene.line
        passage = Passage(line.text, scene.part, scene.block, line.span, ())
        fact = mentioned(kind, passage, span, fields, found="deed")
        if clause is None:
            return fact
        statement = Stretch(clause.verb, clause.verb, clause)
        headline = scene.part == "title"  # which tells in the present what was before
        time = None if headline else self._circumstances.told(statement, scene, None).time
        span = Span(*_reach(clause, scene))
        return replace(fact, time=time, span=span, text=scene.line.text[span.start : span.end])


def _reach(clause: Clause, scene: Scene) -> tuple[int, int]:
    """From the subject of a clause to the words right behind its verb, at most to its end."""
    units = scene.line.units
    first = clause.verb if clause.subject is None else min(clause.subject, clause.verb)
    last = max(clause.verb, min(clause.end, clause.verb + _MOST_BEHIND) - 1)
    return units[first].start, units[min(last, len(units) - 1)].end


def _is_told(group: VerbGroup, clause: Clause | None) -> bool:
    """Whether it is said that somebody did or will, and not that they may, or did not."""
    if group.negated or (clause is not None and clause.conditional):
        return False
    if group.form == "infinitive" and not group.governors:
        return False
    return not group.possible or group.tense == "future"


def _words(unit: Unit) -> Iterator[str]:
    for part in unit.walk():
        yield from part.word.split() if not part.parts else ()


def _somebody(noun: str | None) -> Name | None:
    return Name(noun, noun, named=False) if noun else None
