"""Finds who holds what in a sentence, and makes facts of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import product

from ...claims import CAMP
from ...kinds import Kind
from ...model import Fact, Name, Place, Quantity, Value
from ..glance import Glance
from ..grammar.chunks import Chunk
from ..grammar.classes import Grammar
from ..grammar.line import Unit
from ..grammar.nouns import is_plural
from ..meaning.circumstances import Circumstances
from ..meaning.naming import called
from ..meaning.scene import Scene, Stretch
from .agreement import complete, is_same, settle
from .claim import Claim
from .force import ForceFinder, Holder, acting_before
from .ground import IMPLIED, SURE, Ground, GroundFinder
from .lexicon import ATTRIBUTES, Lexicon, Meaning
from .nouns import NounReader
from .phrases import PhraseReader
from .plausible import least_sure, may_hold
from .roles import RoleReader
from .verbs import VerbReader

__all__ = ["ClaimFinder"]

_EXTENT, _SCOPE = "extent", "scope"
_SOME = "some"
_WHOLE = Quantity(Decimal(100), Decimal(100), unit="percent")
_NONE = Quantity(Decimal(0), Decimal(0))
_SENT = ("sending", "away")
"""Roles of a force that is taken from where it was, which tell of it without any ground."""
_ABROAD = ("leaving", "sending", "away", "driving", "entering", "placing", "present", "within")
"""Roles of a force that may well be abroad."""
_NEAR = 200
"""Code points from some ground to what is said of it without naming it, at most."""


class ClaimFinder:
    """Finds the claims of one kind.

    Args:
        kind: the kind, which has ``claims``.
        grammar: the word classes.
        circumstances: finds what surrounds a statement.
    """

    def __init__(self, kind: Kind, grammar: Grammar, circumstances: Circumstances) -> None:
        if kind.claims is None:
            raise ValueError("a kind without claims")
        self._claims = kind.claims
        self._lexicon = lexicon = Lexicon(kind.claims)
        self._circumstances = circumstances
        phrases = PhraseReader(grammar)
        self._grounds = grounds = GroundFinder(grammar, phrases, lexicon.nouns)
        forces = ForceFinder(grammar, phrases)
        roles = RoleReader(grammar, lexicon, grounds, forces)
        self._verbs = VerbReader(grammar, roles)
        self._nouns = NounReader(grammar, roles)
        self._never = grammar.words("never_at_all")
        self._lasting = grammar.words("unbroken")
        self._keeping = grammar.words("lasting_verbs")
        self._interruptions = grammar.words("interruptions")
        self._withouts = grammar.words("withouts")
        self._until = grammar.words("never_until")
        self._compared = grammar.words("compared_with")
        self._unless = frozenset(kind.unless)
        self._wholes, self._nones = grammar.words("wholes"), grammar.words("nones")
        self._camps = {camp: grammar.words(name) for camp, name in kind.claims.camps.items()}

    def concerns(self, sentence: Glance) -> bool:
        """Whether a word that claims something may stand in ``sentence``."""
        return self._lexicon.may_stand_in(sentence.words)

    def matter(self, text: str, headline: str) -> bool:
        """What of the whole of an article is looked at: whether it is about what is claimed."""
        return self._lexicon.is_about(text, headline)

    def facts(self, kind: Kind, scene: Scene, stated: list[Fact]) -> list[Fact]:
        """The facts of a sentence; arguments as for ``Structure``.

        What a phrase stated already is completed in ``stated`` rather than said twice.
        """
        line = scene.line
        text = line.text[line.span.start : line.span.end].lower()
        if any(word in text for word in self._unless):
            return []
        known = {at: fact for at, fact in enumerate(stated) if fact.kind == kind.name}
        about = self.matter(line.text, scene.context.headline)
        found: list[Fact] = []
        used: dict[int, tuple[Claim, set[int | None]]] = {}
        done: set[int] = set()
        claims = [*self._verbs.read(scene), *self._nouns.read(scene)]
        said = (claim for claim in claims if claim.meaning.role != "own")
        told = {ground.last for claim in said for ground in claim.grounds}
        for claim in sorted(claims, key=lambda claim: claim.at):
            if claim.meaning.role == "own" and not told.isdisjoint(
                range(claim.first - 2, claim.at + 1)
            ):
                continue  # "took Kidal, a rebel bastion"
            fields = self._given(claim, scene)
            if claim.at in done or fields is None or not may_hold(claim, about=about):
                continue
            verb = claim.clause.verb if claim.clause else None
            for fact, unit in self._made(kind, claim, fields, scene, about=about):
                by, others = used.setdefault(unit.start, (claim, set()))
                again = verb in others or (verb is None and bool(others))
                single = len(claim.grounds) == 1 and claim.meaning.role in ATTRIBUTES
                again &= not single  # "overran the rebel-held town" is two claims
                if again and by is not claim:
                    continue
                end = line.units[claim.at].end
                field = self._claims.field
                same = [at for at, other in known.items() if is_same(fact, end, other, field)]
                if same:
                    if complete(stated, same, fact, self._claims):
                        done.add(claim.at)
                    continue
                others.add(verb)
                done.add(claim.at)
                found.append(fact)
        return settle(stated, found, kind, self._claims)

    def _given(self, claim: Claim, scene: Scene) -> Mapping[str, str] | None:
        """The fields that a claim fixes; ``None`` where it is negated and so says nothing."""
        choice, group = claim.meaning.choice, claim.clause.group if claim.clause else None
        given = {self._claims.field: choice}
        if group is None:
            return None if self._is_undone(claim, scene) else given
        if choice == self._lexicon.unheld and group.negated:  # "was never out of army hands"
            never = not self._never.isdisjoint(group.manner)
            return self._lexicon.unbroken if never else {self._claims.field: self._claims.held}
        nobody = claim.meaning.role == "present" and not claim.holders
        if group.negated or nobody:
            never = not self._never.isdisjoint(group.manner) and not self._is_until(claim, scene)
            if never and group.possible:
                return None  # "can never be surrendered"
            instead = self._lexicon.gives(choice, "never") if never else {}
            instead = instead or self._lexicon.gives(choice, "negated")
            acted_on = [ground for ground in claim.grounds if ground.first > claim.at]
            if not instead and any(self._is_none(claim, ground) for ground in acted_on):
                return given  # "did not take a single village"
            return {**given, **instead} if instead else None
        if choice not in self._claims.choices:
            return given
        if group.ongoing:
            return {**given, **self._lexicon.gives(choice, "ongoing")}
        lasts = not self._lasting.isdisjoint(group.manner) or self._lasts(claim, scene)
        return {**given, **self._lexicon.gives(choice, "lasting")} if lasts else given

    def _is_undone(self, claim: Claim, scene: Scene) -> bool:
        """Whether a verb around the noun says no: "did not confirm the loss of the town"."""
        if claim.meaning.role in ATTRIBUTES:  # "did not shell the rebel-held town"
            return False
        units = scene.line.units
        around = [clause for clause in scene.clauses if clause.verb < claim.at < clause.end]
        if any(unit.word in self._compared for c in around for unit in units[c.verb : claim.at]):
            return False  # "was not as grave as the annexation"
        opened = [c for c in scene.clauses[:1] if claim.at < c.verb]  # "fighting did not rage"
        return any(clause.group.negated for clause in around or opened)

    def _lasts(self, claim: Claim, scene: Scene) -> bool:
        """Whether it is said to go on: "kept the town", "held it without a break"."""
        clause = claim.clause
        if clause is None or not self._keeping.isdisjoint(clause.group.lemmas):
            return clause is not None
        said = [
            part.word
            for unit in scene.line.units[claim.at + 1 : clause.end]
            for part in unit.walk()
        ]
        unbroken = not self._withouts.isdisjoint(said) and not self._interruptions.isdisjoint(said)
        return unbroken or not self._lasting.isdisjoint(said)

    def _is_until(self, claim: Claim, scene: Scene) -> bool:
        """Whether "never" is said of the time before only: "had never held it before"."""
        units, clause = scene.line.units, claim.clause
        if clause is None:
            return False
        said = {part.word for unit in units[clause.verb : clause.end] for part in unit.walk()}
        return not said.isdisjoint(self._until)

    def _made(
        self, kind: Kind, claim: Claim, given: Mapping[str, str], scene: Scene, *, about: bool
    ) -> Iterator[tuple[Fact, Unit]]:
        least = partial(least_sure, claim, about=about)
        implied = [ground for ground in claim.grounds if ground.unit.code == IMPLIED]
        likely = acting_before(claim.clause, scene)
        if implied and claim.clause is not None and claim.clause.group.possible:
            return  # "planned to withdraw"
        alone = claim.meaning.particle and claim.meaning.role != "driving"  # "lost ground"
        unsaid = implied and not alone and claim.meaning.role not in _SENT
        if unsaid and self._before_it(scene, implied[0], claim.holders[0], likely) is None:
            return
        grounds = [
            Ground(unit, ground.first, ground.last, ground.sure)
            for ground in claim.grounds
            if ground.sure >= least(ground) and self._may_be_ground(ground, claim, scene)
            for unit in self._meant(ground.unit, scene)
        ]
        if not grounds:
            return
        verbs = claim.clause.group.lemmas if claim.clause else ()
        told = None
        holders: Sequence[Holder | None] = self._each(claim) or [None]
        for ground, holder in product(grounds, holders):
            statement = Stretch(claim.first, claim.last(ground), claim.clause or claim.told, verbs)
            if told is None:
                attribution = self._circumstances.attribution(statement, scene)
                told = self._circumstances.told(statement, scene, attribution)
            fields: dict[str, Value | None] = dict.fromkeys(kind.fields)
            fields |= given
            fields |= self._filled(claim, ground, holder, scene)
            if self._is_none(claim, ground):
                fields |= {**dict.fromkeys(given), self._claims.field: claim.meaning.choice}
                fields[_EXTENT] = _NONE
            fact = self._circumstances.fact(
                kind, statement, scene, fields, told, phrase=f"{kind.name}/{claim.meaning.role}"
            )
            yield fact, ground.unit
        if told is not None:
            scene.last_time = told.time or scene.last_time

    def _may_be_ground(self, ground: Ground, claim: Claim, scene: Scene) -> bool:
        """Whether "them" may stand for ground: the last that were told of are no people."""
        line, acting = scene.line, [holder.unit for holder in claim.holders]
        if ground.unit.code != "R" or ground.sure >= SURE or ground.unit not in line.units:
            return True
        for at in range(ground.first - 1, -1, -1):
            unit = line.units[at]
            several = unit.code == "Q" or (unit.code != "R" and is_plural(unit.word))
            if unit.word and several and unit not in acting:
                return any(each.sure for each in self._grounds.at(line, at))
        return True

    @staticmethod
    def _meant(unit: Unit, scene: Scene) -> Sequence[Unit]:
        """Those of whom a set is said to consist: "Oro and Bela are towns that they took"."""
        for group, member in scene.links.member.items():
            if scene.line.units[group] is unit:
                return scene.line.units[member].members
        return (unit,)

    @staticmethod
    def _each(claim: Claim) -> list[Holder]:
        """The holders, states and those who hold parts of it each by themselves."""
        states = all(unit.code == "C" for holder in claim.holders for unit in holder.unit.members)
        if claim.meaning.role != "between" and not states:
            return list(claim.holders)
        return [
            Holder(unit, holder.first, holder.last, holder.sure)
            for holder in claim.holders
            for unit in holder.unit.members
        ]

    def _before_it(
        self, scene: Scene, ground: Ground, holder: Holder | None, likely: Unit | None
    ) -> Place | None:
        """The ground of the claim before, for what does not say of which it is.

        In a sentence of its own it is that of the same holder: "They entered the town. They left".
        """
        if ground.unit.code != IMPLIED or holder is None:
            return None
        context, line = scene.context, scene.line
        match context.told.get((self._claims.ground, scene.part)):
            case (int() as end, Place() as place, whose) if 0 < ground.unit.start - end < _NEAR:
                side = context.side(holder.unit, line, likely)
                theirs = isinstance(whose, Name) and side is not None and whose.key == side.key
                return place if end > line.span.start or theirs else None
        return None

    def _told(self, ground: Ground, scene: Scene) -> Place | None:
        """The ground of the claim before: "Serbs held Knin until the army took it"."""
        match scene.context.told.get((self._claims.ground, scene.part)):
            case (int() as end, Place() as place, _) if 0 < ground.unit.start - end < _NEAR:
                return place
        return None

    def _apposed(self, claim: Claim, scene: Scene, place: Place) -> Place:
        """The name that some ground is set beside: "Darrow, a rebel-held town"."""
        before = scene.line.units[max(0, claim.first - 2) : claim.first]
        match before:
            case (name, comma) if comma.code == "," and name.code in "PXW":
                named = scene.context.place(name, scene.line, (), None)
                return called(named, place.text) or place
        return place

    def _meant_by(self, ground: Ground, scene: Scene) -> Place | None:
        """What a pronoun stands for that the places named before do not explain.

        "The fort … it" is of a noun that is ground only by its role, "all three" of several.
        """
        context, line = scene.context, scene.line
        text = line.text[ground.unit.start : ground.unit.end]
        if isinstance(ground.unit.detail, Chunk) and ground.unit.detail.plural:
            return called(context.last_of_several(), text)
        subjects = (each.subject for each in scene.clauses if not each.carried)
        for head in subjects:
            found = self._grounds.named_by(line, head) if head is not None else None
            if found is not None and found.last < ground.first:
                place = context.place(found.unit, line, (), scene.links)
                if place is not None:
                    context.note_place(place, found.unit.word, several=False)
                return called(place, text)
        return None

    def _filled(
        self, claim: Claim, ground: Ground, holder: Holder | None, scene: Scene
    ) -> dict[str, Value | None]:
        line, context = scene.line, scene.context
        likely = acting_before(claim.clause, scene)
        acting = [each.unit for each in claim.holders]
        before = [unit for unit in line.units[: claim.at] if unit not in acting]
        named = holder is not None and holder.unit.code != "I"  # who "we" are is not said
        whose = context.side(holder.unit, line, likely) if holder is not None and named else None
        place = self._before_it(scene, ground, holder, likely)
        if place is None and ground.unit.code != IMPLIED:
            home = whose.key if whose is not None and self._is_abroad(claim.meaning) else ""
            place = context.place(ground.unit, line, before, scene.links, home)
        if ground.unit.code == "R":
            place = self._meant_by(ground, scene) or place or self._told(ground, scene)
        elif claim.meaning.role in ATTRIBUTES and place is not None:
            place = self._apposed(claim, scene, place)
        if place is not None and ground.unit not in line.units:
            chunk = ground.unit.detail if isinstance(ground.unit.detail, Chunk) else Chunk()
            context.note_place(place, ground.unit.word, several=chunk.plural)
        filled: dict[str, Value | None] = {self._claims.ground: place}
        if whose is not None:
            filled[self._claims.holder] = whose
        if claim.clause is None or not claim.clause.group.possible:
            context.told[self._claims.ground, scene.part] = (ground.unit.end, place, whose)
        if claim.losers:
            filled[self._claims.loser] = context.side(claim.losers[0].unit, line, likely)
        if holder is not None:
            filled[CAMP] = self._camp(whose, holder)
        filled[_EXTENT] = self._extent(ground)
        filled[_SCOPE] = _SOME if _is_some(ground) else None
        return filled

    def _is_abroad(self, meaning: Meaning) -> bool:
        """Whether a force is or was abroad: "the country" that it leaves is not its own."""
        gone = meaning.strength == "force" and self._lexicon.is_loss(meaning.choice)
        come = meaning.role == "object" and bool(self._claims.choices[meaning.choice].entering)
        return meaning.role in _ABROAD or gone or come

    def _camp(self, side: Value | None, holder: Holder) -> str | None:
        """On whose side somebody fights who is described and not named."""
        if not isinstance(side, Name) or side.named:
            return None
        words = {part.word for part in holder.unit.walk()} | set(side.key.split())
        return next((camp for camp, own in self._camps.items() if not own.isdisjoint(words)), None)

    def _extent(self, ground: Ground) -> Quantity | None:
        """Which share of it, all of it among them."""
        chunk = ground.unit.detail
        if isinstance(chunk, Chunk) and chunk.extent is not None:
            return chunk.extent
        return None if self._wholes.isdisjoint(_words(ground)) else _WHOLE

    def _is_none(self, claim: Claim, ground: Ground) -> bool:
        """Whether it is said of none: "did not take a single village"."""
        negated = claim.clause is not None and claim.clause.group.negated
        return negated and not self._nones.isdisjoint(_words(ground))


def _is_some(ground: Ground) -> bool:
    """Whether only some of what lies in a place is meant: "two provinces of Syria"."""
    chunk = ground.unit.detail
    counted = isinstance(chunk, Chunk) and chunk.extent is not None and chunk.extent.unit is None
    return counted and isinstance(chunk, Chunk) and chunk.name is not None


def _words(ground: Ground) -> set[str]:
    return {part.word for part in ground.unit.walk()}
