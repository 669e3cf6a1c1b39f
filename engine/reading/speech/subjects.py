"""What a statement is about, in words that another telling of it would share."""

from __future__ import annotations

from collections.abc import Sequence

from ...lazy import Remembered
from ...model import Name
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line, Unit
from ..grammar.vocabulary import word_lists
from ..meaning.scene import Scene
from ..names import NameMention
from .conditions import Condition

__all__ = ["SubjectFinder"]

_MOST_WORDS = 6
_SINGULAR = ("ss", "us", "is")
_BREAKS = ",;:.–”DV"
_STOPS = ("", ",", ".", "”", ";")


class SubjectFinder:
    """Finds the predicate, the topic and the subject matter of statements."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = g = grammar
        self._topics = {
            word: topic for topic, words in word_lists("topics").items() for word in words
        }
        self._sorts = {
            verb: sort for sort, verbs in word_lists("conditions").items() for verb in verbs
        }
        closed = ("determiners", "prepositions", "relatives", "conjunctions", "subordinators",
                  "negations", "be", "have", "do", "get", "modals", "to", "pronouns", "adverbs",
                  "degrees")  # fmt: skip
        binding = ("prepositions", "membership", "relatives", "subordinators", "to")
        self._binding = frozenset().union(*(g.words(name) for name in binding))
        self._closed = frozenset().union(*(g.words(name) for name in closed))
        self._regarding = frozenset(word_lists("speech")["regarding"])
        self._lemmas = Remembered(self._lemma)

    def predicate(
        self, clause: Clause | None, pieces: Sequence[tuple[int, int]], line: Line
    ) -> str | None:
        """The lemma of the verb of ``clause``; behind a form of "be", with what it says."""
        if clause is None:
            return None
        lemma = clause.group.lemmas[0]
        if lemma not in self._grammar.words("be"):
            return lemma
        end = next((end for first, end in pieces if first <= clause.verb < end), clause.end)
        said: list[str] = []
        for unit in line.units[clause.verb + 1 : min(end, clause.end)]:
            if unit.code in _BREAKS or unit.word in self._binding:
                break
            said += self._content(unit)
        if not said and line.codes[clause.verb + 2 : clause.verb + 3] in _STOPS:  # "is over"
            said = [
                unit.word for unit in line.units[clause.verb + 1 : clause.verb + 2] if unit.word
            ]
        return f"{lemma} {said[-1]}" if said else lemma

    def topic(
        self, pieces: Sequence[tuple[int, int]], line: Line, speaker: Name | None
    ) -> str | None:
        """The first few content words, sorted and joined."""
        own = set(speaker.key.lower().split()) if speaker else set()
        words = (
            word
            for first, end in pieces
            for unit in line.units[first:end]
            for word in self._content(unit)
            if word not in own
        )
        few: set[str] = set()
        for word in words:
            few.add(word)
            if len(few) == _MOST_WORDS:
                break
        return " ".join(sorted(few)) or None

    def affected(
        self, clause: Clause | None, pieces: Sequence[tuple[int, int]], line: Line
    ) -> str | None:
        """The noun right behind the verb of ``clause``, as dictionaries have it."""
        if clause is None or clause.group.lemmas[0] in self._grammar.words("be"):
            return None
        end = next((end for first, end in pieces if first <= clause.verb < end), clause.end)
        head = None
        for unit in line.units[clause.verb + 1 : min(end, clause.end)]:
            if unit.code in _BREAKS or unit.word in self._binding:
                break
            words = self._named(unit, line) or self._content(unit)
            head = words[-1] if words else head
        return head

    def regarding(
        self, clause: Clause | None, pieces: Sequence[tuple[int, int]], line: Line
    ) -> str | None:
        """What is known or told of: the noun behind "of" or "about", else that behind the verb."""
        if clause is None:
            return None
        end = next((end for first, end in pieces if first <= clause.verb < end), clause.end)
        units = line.units[clause.verb + 1 : min(end, clause.end)]
        at = next((i for i, unit in enumerate(units) if unit.word in self._regarding), None)
        head = None
        for unit in units if at is None else units[at + 1 :]:
            if unit.code in _BREAKS or unit.word in self._binding:
                break
            words = self._named(unit, line) or self._content(unit)
            head = words[-1] if words else head
        return head

    def counted(self, index: int, line: Line) -> str | None:
        """What the figure that is unit ``index`` counts, as dictionaries have it."""
        words = self._content(line.units[index])
        for unit in () if words else line.units[index + 1 : index + 2]:
            words = self._content(unit)
        return words[-1] if words else None

    def ground(self, condition: Condition, scene: Scene) -> str | None:
        """What ``condition`` asks for: what verbs of one sort in conditions.yaml share.

        Else the verb itself, or the first word that means something.
        """
        piece = (condition.first, condition.end)
        inside = (c for c in scene.clauses if condition.first < c.verb < condition.end)
        predicate = self.predicate(next(inside, None), (piece,), scene.line)
        if predicate is not None:
            return self._sorts.get(predicate, predicate)
        words = (
            word
            for unit in scene.line.units[condition.first : condition.end]
            for word in self._content(unit)
        )
        first = next(words, None)
        return self._sorts.get(first, first) if first else None

    def about(
        self,
        pieces: Sequence[tuple[int, int]],
        clause: Clause | None,
        condition: Condition | None,
        scene: Scene,
    ) -> str | None:
        """A topic of topics.yaml where a word names one, else what the subject of ``clause`` is.

        What it hangs on is asked last.
        """
        line = scene.line
        asked = None
        for first, end in pieces:
            for index in range(first, end):
                topic = self._topic(line.units[index])
                if topic and condition and condition.first <= index < condition.end:
                    asked = asked or topic
                elif topic:
                    return topic
        if asked or clause is None or clause.subject is None:
            return asked
        own = any(first <= clause.subject < end for first, end in pieces)
        if not (own or clause.group.governors):  # "promised to leave" is about who leaves
            return None
        subject = line.units[clause.subject]
        words = self._named(subject, line) or self._content(subject)
        return words[-1] if words and subject.code not in "RI" else None

    def _topic(self, unit: Unit) -> str | None:
        for word in self._content(unit):
            if word in self._topics:
                return self._topics[word]
        return None

    def _named(self, unit: Unit, line: Line) -> list[str]:
        """The name that ``unit`` is, if it is one."""
        mention = unit.mention
        if not isinstance(mention, NameMention):
            return []
        return [(mention.actor or line.text[unit.start : unit.end]).casefold()]

    def _content(self, unit: Unit) -> list[str]:
        """The words of ``unit`` that mean something, as dictionaries have them."""
        if not unit.parts:
            word = unit.word
            return [self._lemmas[word]] if word[:1].isalpha() and word not in self._closed else []
        return [lemma for part in unit.parts for lemma in self._content(part)]

    def _lemma(self, word: str) -> str:
        if word in self._topics:
            return word
        known = self._grammar.vocabulary.verbs.get(word)
        if known:
            return known[0].lemma
        if word.endswith("ies"):
            return f"{word[:-3]}y"
        return word[:-1] if word.endswith("s") and not word.endswith(_SINGULAR) else word
