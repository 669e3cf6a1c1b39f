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
        if group.form == "infinitive" and group.tense == "perfect":  # "claims to have taken"
            return parent.group.negated or self._is_unreal(parent, scene)
        forced = not self._grammar.words("forcing").isdisjoint(parent.group.lemmas)
        if forced or group.form == "infinitive":
            unreal = parent.group.negated or self._is_unreal(parent, scene)
            return unreal or (group.form == "infinitive" and not forced and not group.possible)
        between = scene.line.codes[parent.verb : clause.verb]
        if clause.described and self._nonspecific.search(between):
            return parent.group.negated or self._is_unreal(parent, scene)
        return clause.carried and self._is_unreal(parent, scene)

    def _wished(self, clause: Clause, scene: Scene) -> int | None:
        """Index of the noun that a gerund hangs on, when it is one of what is only in mind.

        "Plans of taking the town", "no intention of giving it up".
        """
        g, line = self._grammar, scene.line
        before = [unit.word for unit in line.units[: clause.verb]][-2:]
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
