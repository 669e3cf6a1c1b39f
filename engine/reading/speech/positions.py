"""Conditions, demands, refusals and offers: what somebody holds about something, and towards whom.

A verb or an adjective says what the attitude is, the words behind it what it is about, and
what it hangs on is told as in any other statement; all words are in positions.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from ...kinds import Kind
from ...knowledge import read_words
from ...model import Fact, Name, Value
from ..glance import WORD, Glance
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import POSSESSIVE, Unit
from ..meaning.attribution import Attribution
from ..meaning.circumstances import Circumstances
from ..meaning.naming import is_adjective
from ..meaning.scene import Scene, Stretch
from .conditions import Condition, ConditionFinder

__all__ = ["PositionFinder"]

_ATTITUDES = ("demands", "refuses", "rules-out", "offers", "accepts", "requires")
_TALKS = "talks"
_WITHOUT = "without"
_REFUSING = ("refuses", "rules-out")
_WILLING = ("accepts", "open")
_NAMES = "CAHFEX"


@dataclass(frozen=True, slots=True)
class _Held:
    """An attitude, and the units that say what it is about."""

    attitude: str
    first: int
    end: int


class PositionFinder:
    """Finds the positions that a sentence states."""

    def __init__(self, grammar: Grammar, circumstances: Circumstances) -> None:
        self._grammar = g = grammar
        self._circumstances = circumstances
        self._conditions = ConditionFinder(grammar)
        data = read_words("positions").data
        self._lists: Mapping[str, frozenset[str]] = {
            name: frozenset(words) for name, words in data.items() if isinstance(words, list)
        }
        self._negated: Mapping[str, str] = data["negated"]
        self._topics = {word: topic for topic, words in data["topics"].items() for word in words}
        self._attitudes = {verb: name for name in _ATTITUDES for verb in data[name]}
        self._about_what = self._first_words(
            self._topics.keys() | self._lists["land"] | self._lists["talking"]
        )
        self._said_of_it = self._conditions.exclusive | self._first_words(
            self._attitudes.keys()
            | self._lists["open"]
            | self._lists["acting"]
            | self._lists["naming_conditions"]
        )
        self._determiners = g.words("determiners")
        self._stop = re.compile(rf"[;:”]|,(?!{g['to']})|\.$|{g['contrasts']}V")

    def concerns(self, sentence: Glance) -> bool:
        """Whether a word for what positions are about stands there, and one for what is said."""
        words = sentence.words
        return not (self._about_what.isdisjoint(words) or self._said_of_it.isdisjoint(words))

    def _first_words(self, entries: AbstractSet[str]) -> frozenset[str]:
        """The first word of each of ``entries``, and of every form of a verb among them."""
        verbs = self._grammar.vocabulary.verbs.items()
        forms = {word for word, forms in verbs if any(form.lemma in entries for form in forms)}
        return frozenset(WORD.findall(entry)[0] for entry in entries | forms)

    def facts(self, kind: Kind, scene: Scene, _: Sequence[Fact]) -> Iterator[Fact]:
        """The positions in a sentence."""
        taken = -1
        for clause in scene.clauses:
            if clause.verb < taken or clause.group.voice == "passive" or clause.conditional:
                continue
            condition = self._condition(clause, scene)
            held = self._held(clause, condition, scene)
            if held is not None:
                fact = self._fact(kind, held, clause, condition, scene)
            else:
                fact = self._required(kind, clause, condition, scene)
            if fact is not None:
                taken = held.end if held is not None else len(scene.line.codes)
                yield fact

    def _condition(self, clause: Clause, scene: Scene) -> Condition | None:
        """What ``clause`` hangs on, before it or behind it."""
        line = scene.line
        found = self._conditions.find(((clause.verb, len(line.codes)),), clause, scene)
        if found is None and clause.group.negated:
            found = self._without(clause, scene)
        if found is None and clause.parent is not None:
            opening = self._conditions.find(((0, clause.verb),), clause, scene)
            found = opening if opening is not None and opening.opening else None
        return found

    def _without(self, clause: Clause, scene: Scene) -> Condition | None:
        """What nothing is done without: "will not hold talks without consulting its allies"."""
        line, start = scene.line, clause.verb + 1
        stop = self._stop.search(line.codes, start)
        end = stop.start() if stop else len(line.codes)
        words = [unit.word for unit in line.units[start:end]]
        at = next((i for i, word in enumerate(words) if word in self._lists["without"]), None)
        if at is None or not self._lists["no_price"].isdisjoint(words[at + 1 : at + 3]):
            return None
        first = start + at
        if first + 1 == end:
            return None
        return Condition(_WITHOUT, line.quote(first + 1, end - 1), first, end, opening=False)

    def _held(self, clause: Clause, condition: Condition | None, scene: Scene) -> _Held | None:
        """The attitude of ``clause``, with what it is held about."""
        line, group = scene.line, clause.group
        if group.form == "infinitive":
            return None
        lemmas = [self._lemma(part.word) for part in line.units[clause.verb].parts]
        verb = next((lemma for lemma in lemmas if lemma in self._attitudes), None)
        start, negated = clause.verb + 1, group.negated
        behind = [unit.word for unit in line.units[start : start + 2]]
        if verb is not None and self._is_meant(verb, group.lemmas, behind):
            attitude = self._attitudes[verb]
            negated ^= verb in self._grammar.words("negating")
        elif not self._lists["open"].isdisjoint(lemmas) or (
            behind[:1] and behind[0] in self._lists["open"] and behind[1:] == ["to"]
        ):
            attitude = "open"
        elif group.possible and (condition or negated) and self._acts(group.lemmas):
            only = condition is not None and condition.form == _WITHOUT
            attitude, negated = "rules-out" if negated and not only else "open", False
        elif not self._lists["naming_conditions"].isdisjoint(group.lemmas) and self._names_price(
            start, scene
        ):
            attitude = "requires"
        else:
            return None
        if condition is not None and condition.form == _WITHOUT and attitude in _WILLING:
            attitude, negated = "open", False
        if negated:  # what is "not yet agreed" is not turned down
            turned = attitude != "accepts" or group.possible
            attitude = self._negated.get(attitude, "") if turned else ""
        stop = self._stop.search(line.codes, start)
        return _Held(attitude, clause.verb, stop.start() if stop else len(line.codes))

    def _acts(self, lemmas: Sequence[str]) -> bool:
        """Whether one would do something about what others want: "would hold talks if"."""
        return not self._lists["acting"].isdisjoint(lemmas)

    def _is_meant(self, verb: str, lemmas: Sequence[str], behind: Sequence[str]) -> bool:
        """Whether the verb has the particle without which it means something else."""
        if verb not in self._lists["with_particle"] or verb not in lemmas:
            return verb not in self._lists["with_particle"]
        that = self._grammar.words("complementisers")
        return bool(behind) and behind[0] in self._lists["particles"] | (
            that if self._attitudes[verb] == "demands" else frozenset()
        )

    def _names_price(self, start: int, scene: Scene) -> bool:
        words = {unit.word for unit in scene.line.units[start:]}
        return not words.isdisjoint(self._lists["preconditions"])

    def _fact(
        self, kind: Kind, held: _Held, clause: Clause, condition: Condition | None, scene: Scene
    ) -> Fact | None:
        line, end = scene.line, held.end
        if condition is not None and condition.first > clause.verb:
            end = min(end, condition.first)
        holder = self._holder(clause, scene)
        words = self._words(scene.line.units[held.first : end])
        if not held.attitude or holder is None or self._is_about_words(words):
            return None
        about = self._about(words, line.units[held.first + 1 : end])
        if about is None:
            return None
        attitude = held.attitude
        if attitude == "demands" and condition is None and self._comes_first(words, about[0]):
            attitude = "requires"
        fields: dict[str, Value | None] = {
            "holder": holder,
            "attitude": attitude,
            "topic": about[0],
            "direction": about[1],
            "towards": self._towards(holder, held.first + 1, end, scene),
            "condition": condition.text if condition else None,
            "conditional": "yes" if condition else None,
        }
        return self._made(kind, clause, end, fields, scene)

    def _required(
        self, kind: Kind, clause: Clause, condition: Condition | None, scene: Scene
    ) -> Fact | None:
        """The price of talks: "talks are possible only after the troops leave"."""
        if condition is None or not condition.form.startswith("only") or clause.group.negated:
            return None
        line = scene.line
        if any(clause.verb < other.verb < condition.first for other in scene.clauses):
            return None
        start = scene.clauses[clause.parent].verb + 1 if clause.parent is not None else 0
        said = self._words(line.units[start : condition.first])
        asked = self._about(
            self._words(line.units[condition.first : condition.end]),
            line.units[condition.first : condition.end],
        )
        talks = any(self._topics.get(word) == _TALKS for word in said)
        meeting = not self._lists["talking"].isdisjoint(clause.group.lemmas)
        teller = self._teller(clause, scene)
        told = scene.context.side_of(teller.source) if teller else None
        holder = self._holder(clause, scene) if meeting else told
        if holder is None or not (talks or meeting):
            return None
        topic, direction = asked or ("other", None)
        fields: dict[str, Value | None] = {
            "holder": holder,
            "attitude": "open" if meeting else "requires",
            "topic": _TALKS if meeting else topic,
            "direction": None if meeting else direction,
            "condition": condition.text,
            "conditional": "yes",
        }
        return self._made(kind, clause, condition.end, fields, scene)

    def _made(
        self, kind: Kind, clause: Clause, end: int, fields: Mapping[str, Value | None], scene: Scene
    ) -> Fact:
        first = clause.verb if clause.subject is None or clause.carried else clause.subject
        statement = Stretch(min(first, clause.verb), end - 1, clause)
        teller = self._circumstances.attribution(statement, scene)
        told = self._circumstances.told(statement, scene, teller)
        if told.time is None and teller is not None and teller.clause is not None:
            telling = Stretch(teller.first, teller.last, teller.clause)  # "in 2019 Iran said it"
            told = replace(told, time=self._circumstances.told(telling, scene, None).time)
        phrase = f"{kind.name}/{fields['attitude']}"
        fact = self._circumstances.fact(kind, statement, scene, fields, told, phrase=phrase)
        # What one will or would not do one says now, and of oneself nobody claims it.
        refusing = fact.stance == "denied" and fields["attitude"] in _REFUSING
        plain = refusing or fact.stance in ("possible", "claimed")
        return replace(fact, stance="asserted") if plain else fact

    def _holder(self, clause: Clause, scene: Scene) -> Name | None:
        """Who holds it: a power, an organisation, or whom positions.yaml counts as one."""
        if clause.subject is None:
            return None
        line, at = scene.line, clause.subject
        unit = line.units[at]
        if unit.code in _NAMES + "R":
            teller = self._teller(clause, scene)
            return scene.context.side(unit, line, line.units[teller.last] if teller else None)
        if unit.code == "I":  # "we will not"
            teller = self._teller(clause, scene)
            return scene.context.side_of(teller.source) if teller else None
        if self._lists["holders"].isdisjoint(unit.word.split()[-1:]):
            return None
        if at > 1 and line.codes[at - 1] == POSSESSIVE and line.codes[at - 2] in _NAMES:
            return scene.context.side(line.units[at - 2], line, None)
        titled = scene.context.titled(unit.word, None)
        known = scene.context.side_of(titled) if titled is not None else None
        return known or Name(unit.word, line.quote(at, at), named=False)

    def _teller(self, clause: Clause, scene: Scene) -> Attribution | None:
        """Whom a pronoun in what somebody says means first: "Hall said she would not"."""
        statement = Stretch(clause.verb, clause.verb, clause)
        return self._circumstances.attribution(statement, scene)

    def _towards(self, holder: Name, first: int, end: int, scene: Scene) -> Name | None:
        """Whom the position is addressed to: the first name behind the verb that is no owner."""
        line = scene.line
        for index in range(first, end):
            unit = line.units[index]
            owner = line.codes[index + 1 : index + 2] == POSSESSIVE
            before = line.units[index - 1]
            before = line.units[index - 2] if before.word in self._determiners else before
            addressed = index == first or before.word in self._lists["addressing"]
            if unit.code in _NAMES and addressed and not owner and not is_adjective(unit):
                found = scene.context.side(unit, line, None)
                return found if found is not None and found.key != holder.key else None
        return None

    def _is_about_words(self, words: Sequence[str]) -> bool:
        """Whether what is turned down or taken is something said or asked."""
        nouns = [
            word for word in words[1:6] if word in self._topics or word in self._lists["claims"]
        ]
        return bool(nouns) and nouns[0] in self._lists["claims"]

    def _comes_first(self, words: Sequence[str], topic: str) -> bool:
        """Whether talks are to come only behind what is demanded: "… before any talks"."""
        order = self._grammar.words("until") & set(words)
        return topic != _TALKS and bool(order) and _TALKS in map(self._topics.get, words)

    def _about(self, words: Sequence[str], behind: Sequence[Unit]) -> tuple[str, str | None] | None:
        """The topic that ``words`` name, and which way land is to go."""
        given = [word for word in words if word in self._lists["giving"]]
        land = not self._lists["land"].isdisjoint(words)
        if land and not self._lists["keeping"].isdisjoint(words):
            return "territory", "keeps"
        if land and given:
            return "territory", "gives"
        topics = [
            (index, self._topics[word])
            for index, word in enumerate(words)
            if word in self._topics
            and self._lists["holders"].isdisjoint(words[index + 1 : index + 2])
        ]
        if topics:
            index, topic = topics[0]
            following = self._topics.get(words[index + 1]) if index + 1 < len(words) else None
            topic = _TALKS if following == _TALKS else topic
            return topic, "gives" if topic == "recognition" else None
        meets = not self._lists["talking"].isdisjoint(words)
        return (_TALKS, None) if meets and any(unit.code in _NAMES for unit in behind[:3]) else None

    def _words(self, units: Sequence[Unit]) -> list[str]:
        """The words of ``units``, verbs and names of topics as dictionaries have them."""
        words = [
            part.word for unit in units for part in unit.walk() if part.word and not part.parts
        ]
        return [word if word in self._topics else self._lemma(word) for word in words]

    def _lemma(self, word: str) -> str:
        if word in self._lists["land"] or word in self._topics:
            return word
        forms = self._grammar.vocabulary.verbs.get(word)
        return forms[0].lemma if forms else word
