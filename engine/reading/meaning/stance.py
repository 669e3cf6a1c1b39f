"""Whether it is so: asserted, claimed, denied, or only possible."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...model import Name, Stance
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from .attribution import Attribution
from .scene import Scene, Statement

__all__ = ["StanceFinder"]


class StanceFinder:
    """Finds how the copy stands to what a sentence says."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._nonspecific = re.compile(grammar["nonspecific"])
        g = grammar
        self._reported = re.compile(
            rf"{g['said_nouns']}(?:[^V;”]{{0,3}}?{g['complementisers']}[^V]*)?$"
        )
        self._false = re.compile(
            rf"(?:{g['adverbs']})*(?:{g['falsities']}|(?P<true>{g['truths']}))"
        )
        self._falsehood = re.compile(
            rf"(?:{g['falsehoods']}|{g['falsities']}{g['said_nouns']}){g['complementisers']}[^V]*$"
        )
        self._false_that = re.compile(
            rf"V(?:{g['falsities']}|(?P<true>{g['truths']})){g['complementisers']}[^V]*$"
        )
        self._outdated_when = re.compile(rf"{g['outdating']},?{g['whens']}[^V]*$")

    def of(
        self,
        match: Statement,
        scene: Scene,
        attribution: Attribution | None,
        fields: Mapping[str, object],
    ) -> Stance:
        """How the copy stands to what ``match`` says.

        Args:
            match: what is said.
            scene: its sentence.
            attribution: who says so.
            fields: those of the fact; who speaks of themselves only claims.
        """
        g = self._grammar
        if attribution is not None and attribution.verb in g.words("denying"):
            return "denied"
        clause = match.clause
        if clause is not None and self._is_refuted(clause, scene):
            return "denied"
        if attribution is not None and self._is_outdated(attribution, match, scene):
            return "superseded"
        if clause is not None and self._outdated_when.match(scene.line.codes, 0, clause.verb):
            return "superseded"
        if clause is not None:
            own = set(match.verbs).isdisjoint(clause.group.governors)
            if self._is_unreal(clause, scene, own=own):
                return "possible"
        if attribution is not None:
            if attribution.verb in g.words("claiming"):
                return "claimed"
            keys = {value.key for value in fields.values() if isinstance(value, Name)}
            if attribution.source.key in keys:
                return "claimed"
        return "asserted"

    def _is_refuted(self, clause: Clause, scene: Scene) -> bool:
        """Whether what is said is called false: "reports that he had died were false"."""
        g, line = self._grammar, scene.line
        if self._falsehood.search(line.codes, 0, clause.verb):
            return True
        if (
            found := self._false_that.search(line.codes, 0, clause.verb)
        ) and clause.parent is not None:
            return scene.clauses[clause.parent].group.negated is bool(found["true"])
        if not self._reported.search(line.codes, 0, clause.verb):
            return False
        after = next((c for c in scene.clauses if c.verb > clause.verb), None)
        if after is None or not {",", ";"}.isdisjoint(line.codes[clause.verb : after.verb]):
            return False
        if after.group.voice == "passive" and not g.words("denying").isdisjoint(after.group.lemmas):
            return not after.group.negated
        found = self._false.match(line.codes, after.verb + 1)
        return found is not None and after.group.negated is bool(found["true"])

    def _is_outdated(self, attribution: Attribution, match: Statement, scene: Scene) -> bool:
        """Whether the speaker said so once: "initially said", "had earlier said"."""
        g, clause = self._grammar, attribution.clause
        if clause is None:
            return False
        at = match.clause.verb if match.clause else match.first
        between = {unit.word for unit in scene.line.units[clause.verb : at]}
        if not between.isdisjoint(g.words("reach_ends")):
            return False  # "but later put the figure at three"
        if not clause.group.manner.isdisjoint(g.words("at_first")):
            return True
        words = {part.word for part in scene.line.units[clause.verb].walk()}
        return not (words.isdisjoint(g.words("outdating")) or words.isdisjoint(g.words("had")))

    def _is_unreal(self, clause: Clause, scene: Scene, *, own: bool = True) -> bool:
        """Whether ``clause`` is planned, possible or conditional, or hangs on one that is.

        Args:
            clause: the clause.
            scene: its sentence.
            own: whether its own governing verbs count.
        """
        group = clause.group
        if (group.possible and own) or clause.conditional:
            return True
        if self._wished(clause, scene) is not None:
            return True
        if clause.parent is None:
            return group.form == "infinitive" and not group.possible
        parent = scene.clauses[clause.parent]
        minded = not self._grammar.words("minding").isdisjoint(parent.group.lemmas)
        if minded and parent.group.voice != "passive" and group.form == "finite":
            return True  # "aid groups fear that 2,000 were killed"
        claimed = not self._grammar.words("claiming").isdisjoint(parent.group.lemmas)
        if group.form == "infinitive" and (claimed or group.tense == "perfect"):
            return parent.group.negated or self._is_unreal(parent, scene)  # "claims to hold"
        if self._sets_apart(clause, scene):
            return parent.group.negated or self._is_unreal(parent, scene)
        forced = not self._grammar.words("forcing").isdisjoint(parent.group.lemmas)
        if forced or group.form == "infinitive":
            unreal = parent.group.negated or self._is_unreal(parent, scene)
            return unreal or (group.form == "infinitive" and not forced and not group.possible)
        between = scene.line.codes[parent.verb : clause.verb]
        if clause.described and self._nonspecific.search(between):
            return parent.group.negated or self._is_unreal(parent, scene)
        return (
            clause.carried
            and self._shares_mode(clause, parent, scene)
            and (self._is_unreal(parent, scene))
        )

    def _sets_apart(self, clause: Clause, scene: Scene) -> bool:
        """Whether an infinitive tells what one of a sort did: "the first city to fall"."""
        if clause.group.form != "infinitive":
            return False
        line, first = scene.line, max(0, clause.verb - 3)
        before = [part for unit in line.units[first : clause.verb] for part in unit.walk()]
        words = {line.text[part.start : part.end].lower() for part in before}
        return not words.isdisjoint(self._grammar.words("ranking"))

    def _shares_mode(self, clause: Clause, parent: Clause, scene: Scene) -> bool:
        """Whether what is said of the clause before goes for ``clause`` too.

        So it does in "could take the town and hold it", but not in "tried to flee and was shot".
        """
        if clause.group.form != "finite" or clause.group.tense not in ("past", "perfect"):
            return True
        words = {part.word for part in scene.line.units[parent.verb].walk()}
        return clause.group.voice == "bare" and not words.isdisjoint(self._grammar.words("have"))

    def _wished(self, clause: Clause, scene: Scene) -> int | None:
        """Index of the noun that a gerund hangs on, when it is one of what is only in mind.

        "Plans of taking the town", "no intention of giving it up".
        """
        g, line = self._grammar, scene.line
        before = [unit.word for unit in line.units[max(clause.verb - 2, 0) : clause.verb]]
        if clause.group.form != "gerund" or not before[1:]:
            return None
        noun, binding = before
        wished = binding in g.words("bindings") and noun in g.words("intentions")
        return clause.verb - 2 if wished else None

    def is_unwanted(self, clause: Clause | None, scene: Scene) -> bool:
        """Whether ``clause`` hangs on an intention that nobody has."""
        noun = self._wished(clause, scene) if clause is not None else None
        if noun is None or noun == 0:
            return False
        return self._nonspecific.match(scene.line.codes, noun - 1) is not None
