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
from ..grammar.verbs import VerbGroup
from ..grammar.vocabulary import word_lists
from ..meaning.circumstances import Circumstances
from ..meaning.mentions import Passage, mentioned
from ..meaning.scene import Scene, Stretch
from .lives import LifeFinder
from .matters import NAMES, Matter, MatterReader, plain_words, somebody
from .nouns import NounDeeds
from .quoting import Quoter
from .words import deed_words, head_noun

__all__ = ["DeedFinder"]

_MOST_BEHIND = 5
"""Words behind a verb that may belong to it."""
_LAST = ("deeds", "last")
_NUMBERS = "NSQ"
_LISTED = re.compile(r"(?P<name>[^\W\d_][^,;.\n]*)(?:[,;.]|$)(?: and )?")


class DeedFinder:
    """Finds the deeds of a sentence of which only one can be."""

    def __init__(self, grammar: Grammar, circumstances: Circumstances) -> None:
        self._circumstances = circumstances
        self._words = words = deed_words()
        self._matters = MatterReader(grammar, words)
        self._nouns = NounDeeds(grammar, words, self._matters)
        self._quoter = Quoter(grammar)
        self._agents = frozenset(["by"])
        lists = word_lists("speech")
        told = frozenset(lists["earlier"]) | frozenset(lists["later"])
        self._sequences = told - self._matters.binding | words.lists.rounds
        self._lives = LifeFinder(self._matters.called)
        self._labels = {f"{label}:": deed for label, deed in words.lists.labels.items()}

    def concerns(self, sentence: Glance) -> bool:
        """As for ``Structure``."""
        if self._words.may_tell(sentence.words):
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
                "sequence": self._sequence(None, leaves),
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
            return self._by_noun(kind, index, leaves, scene) if group is None else None
        sense = self._words.sense(verb, self._behind(leaves, index))
        axis = self._words.axes.get(sense.deed)
        clause = next((each for each in scene.clauses if each.verb == leaves.at[index]), None)
        decided = group is not None and self._nouns.decided(index, leaves, scene)
        urging = self._urging(clause, scene) if group is not None else None
        told_of = group is None or decided or urging or _is_told(group, clause)
        told_of = told_of or (axis == "vote" and self._is_meant(group))
        if axis is None or not told_of:
            return None
        doer = self._doer(index, clause, leaves, scene) or self._apposed(
            index, clause, leaves, scene
        )
        if urging or decided:
            doer = urging or self._nouns.owner(decided, leaves, scene)
        if group is None and doer is None:
            return None
        told = self._matters.matter(index, sense, leaves, scene)
        if axis == "vote" and told.matter is None and self._matters.is_of(index, sense, leaves):
            return None  # "opposes building a wall", "argued for years", "backed 14% of them"
        if axis == "vote" and clause is not None and self._is_of_others(clause, scene):
            return None
        apposed = (
            group is not None
            and group.voice == "bare"
            and doer is not None
            and (leaves.codes[index - 1 : index] == ",")
        )
        if group is not None and (group.voice == "passive" or apposed):
            subject = self._subject(doer, clause, scene)
            told = replace(told, whom=doer) if told.matter else subject
            doer = self._agent(index, leaves, scene)
        span = Span(unit.start, unit.end)
        return self._fact(
            kind, span if clause else self._quoter.phrase(span, scene.line),
            self._fields(sense.deed, doer, told, urged=group if urging else None)
            | {"sequence": self._sequence(group, leaves)},
            scene, clause,
        )  # fmt: skip

    def _by_noun(self, kind: Kind, index: int, leaves: Leaves, scene: Scene) -> Fact | None:
        """The deed that the noun at a leaf tells of as done."""
        found = self._nouns.find(index, leaves, scene)
        if found is None:
            return None
        fields = self._fields(found.deed, found.doer, found.about) | {
            "noun": "yes",
            "sequence": self._sequence(None, leaves),
        }
        return self._fact(kind, self._quoter.phrase(found.span, scene.line), fields, scene, None)

    def _fields(
        self, deed: str, doer: Name | None, told: Matter, *, urged: VerbGroup | None = None
    ) -> dict[str, Value | None]:
        """The fields of a deed; what somebody urges others to decide is their own vote."""
        matter, whom, lists = told.matter, told.whom, self._words.lists
        if deed in lists.to_persons:
            whom, matter = whom or somebody(matter), None
        if deed in lists.in_matter:
            deed, matter = lists.in_matter[deed]
        way = self._words.ways.get(deed)
        if urged is not None and way is not None:
            if urged.negated:  # "urged members not to vote for it"
                way = next(each for each in lists.ways if each != way)
            deed = next(each for each in lists.opposites["vote"] if self._words.ways[each] == way)
        return {
            "axis": self._words.axes[deed], "deed": deed, "doer": doer, "matter": matter,
            "whom": whom, "detail": told.detail if matter else None, "way": way,
        }  # fmt: skip

    def _urging(self, clause: Clause | None, scene: Scene) -> Name | None:
        """Who urges others to do it: "is urging voters to turn it down"."""
        if clause is None or clause.group.form != "infinitive":
            return None
        before = [each for each in scene.clauses if each.verb < clause.verb]
        if not before or before[-1].group.negated or before[-1].group.possible:
            return None
        urge = before[-1]
        if self._words.lists.urging.isdisjoint(urge.group.lemmas) or urge.subject is None:
            return None
        return self._matters.called(scene.line.units[urge.subject], scene)

    def _apposed(
        self, index: int, clause: Clause | None, leaves: Leaves, scene: Scene
    ) -> Name | None:
        """Whom a participle is said of: "Lund, convicted of fraud, will appeal"."""
        if clause is None or clause.group.voice == "active" or clause.subject is not None:
            return None
        named = index > 1 and leaves.codes[index - 1] == "," and leaves.codes[index - 2] in NAMES
        return self._matters.called(leaves.units[index - 2], scene) if named else None

    def _is_meant(self, group: VerbGroup | None) -> bool:
        """Whether somebody means to do it: "plans to vote against the ban"."""
        if group is None or group.negated:
            return False
        return not self._words.lists.intending.isdisjoint(group.governors)

    def _subject(self, subject: Name | None, clause: Clause | None, scene: Scene) -> Matter:
        """What a passive is said of: of "plans for a hall beside the A43 were given", the plans."""
        if subject is None or subject.named or clause is None or clause.subject is None:
            return Matter(subject.key if subject else None, None)
        units = scene.line.units
        first = clause.subject
        while first > 0 and units[first - 1].code not in "V,;:“”.":
            first -= 1
        words: list[str] = []
        for at in range(first, clause.subject):
            if units[at].word in self._matters.binding and (head := head_noun(words)):
                words = []
                for unit in units[at + 1 : clause.subject + 1]:
                    if unit.word in self._matters.binding:
                        break
                    words += self._matters.plain(list(plain_words(unit)))
                detail = (
                    head_noun(words) if units[at].word in self._words.lists.complements else None
                )
                return Matter(head, None, detail)
            words += self._matters.plain(list(plain_words(units[at])))
        behind: list[str] = []
        if units[clause.subject + 1].word in self._words.lists.complements:
            for unit in units[clause.subject + 2 : clause.verb]:
                if unit.word in self._matters.binding:
                    break
                behind += self._matters.plain(list(plain_words(unit)))
        return Matter(subject.key, None, head_noun(behind or words))

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
            return (
                None if at is None or several else self._matters.called(scene.line.units[at], scene)
            )
        before = index - 1
        owned = before > 0 and leaves.codes[before] == "'"
        before -= owned
        if before < 0 or (owned and leaves.units[index].word not in self._words.lists.votes):
            return None
        unit = leaves.units[before]
        headline = scene.part == "title" and (unit.code == "w" or unit.code >= "一")
        named = unit.code in NAMES and (owned or scene.part == "title")  # not "US support"
        return self._matters.called(unit, scene) if named or headline else None

    def _is_of_others(self, clause: Clause, scene: Scene) -> bool:
        """Whether others do it than whom the subject names: "which many in the party oppose"."""
        at, units = clause.subject, scene.line.units
        if at is None:
            return False
        between = units[at + 1 : clause.verb] if clause.carried else ()
        return self._matters.is_bound(units, at) or self._matters.is_of_others(between)

    def _agent(self, index: int, leaves: Leaves, scene: Scene) -> Name | None:
        """Who does it where the verb is a passive."""
        for at in range(index + 1, min(index + 6, len(leaves.units) - 1)):
            if leaves.units[at].word in self._agents:
                following = leaves.units[at + 1]
                if following.code in NAMES:
                    return self._matters.called(following, scene)
                words, _ = self._matters.phrase(leaves, at + 1)
                counted = following.code in _NUMBERS  # "by seven votes to four"
                return None if counted else somebody(head_noun(words))
        return None

    def _sequence(self, group: VerbGroup | None, leaves: Leaves) -> str | None:
        """Whether the sentence tells of what was before or after, too: the choice for that."""
        words = (word for unit in leaves.units for word in plain_words(unit))
        before = group is not None and group.past_perfect
        return "yes" if before or not self._sequences.isdisjoint(words) else None

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
            listed = Span(span.start, name.end("name"))
            yield self._fact(kind, listed, fields, scene, None)

    def _included(self, kind: Kind, last: Fact, leaves: Leaves, scene: Scene) -> Iterator[Fact]:
        """Who is said to be among those told of last: "Norway was one of them"."""
        text, span = scene.line.text, scene.line.span
        sentence = text[span.start : span.end].rstrip(" .")
        said = sentence.lower()
        if not any(each in said for each in self._words.lists.included):
            return
        unit = next((each for each in leaves.units if each.code in NAMES), None)
        if unit is not None:
            fields = {**last.fields, "doer": self._matters.called(unit, scene)}
            told = Span(span.start, span.start + len(sentence))
            yield self._fact(kind, told, fields, scene, None)

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
        span = self._quoter.clause(clause, line)
        statement = Stretch(clause.verb, clause.verb, clause)
        headline = scene.part == "title"  # which tells in the present what was before
        time = None if headline else self._circumstances.told(statement, scene, None).time
        return replace(fact, time=time, span=span, text=line.text[span.start : span.end])


def _is_told(group: VerbGroup, clause: Clause | None) -> bool:
    """Whether it is said that somebody did or will, and not that they may, or did not."""
    if group.negated or (clause is not None and clause.conditional):
        return False
    if group.form == "infinitive" and not group.governors:
        return False
    return not group.possible or group.tense == "future"
