"""How much work a regular expression can be made to do, and the text that makes it.

``re`` tries one way to read a text after another. An expression with a loop that reads one word
in two ways doubles the ways with every further word, and hangs on forty; one that reads it in a
few more takes long. Both are seen without running it: the expression is made into an automaton
whose states are its characters, and

- ``exponential`` looks for a state that comes back to itself in two ways over one word, as in
  Weideman, van der Merwe, Berglund and Watson, *Analyzing Matching Time Behavior of
  Backtracking Regular Expression Matchers by Using Ambiguity of NFA* (2016);
- ``most_ways`` goes, character by character, to the texts that keep the most ways alive.

Atomic groups and possessive repetitions keep one way of theirs, so that no two part inside of
one. Of what is looked ahead for, the next character is heeded, and of what is looked behind for
nothing: the ways counted may be too many, never too few.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from re import _constants as sre
from re import _parser
from typing import Any, NamedTuple

from parsed import ONE, REPEATS, Alphabet, inside, nodes

__all__ = ["Attack", "exponential", "most_ways"]

_MOST_COPIES = 60  # a repetition of more is as good as one without an end
_MOST = 10**7
_BEAM = 4


class Attack(NamedTuple):
    """A text that an expression can read in many ways.

    Attributes:
        begin: the text, or what leads to where the ways part.
        again: what doubles the ways each time it is repeated; empty where nothing does.
        ways: how many steps they are together.
    """

    begin: str
    again: str
    ways: int


def exponential(pattern: str, flags: int = 0) -> Attack | None:
    """What must be repeated for ``pattern`` to take for ever; ``None`` where nothing does that."""
    attacks = map(_loop_in_two_ways, _automata(_parser.parse(pattern, flags)))
    return next(filter(None, attacks), None)


def most_ways(pattern: str, flags: int = 0, *, length: int = 40) -> Attack:
    """Of the texts up to ``length``, one that ``pattern`` reads in very many ways, if any is."""
    attacks = (_dearest(each, length) for each in _automata(_parser.parse(pattern, flags)))
    return max(attacks, key=lambda attack: attack.ways)


def _automata(tree: Any) -> Iterator[_Automaton]:
    """That of the whole, and one each of what is read apart: atomic groups, what is looked for."""
    yield _Automaton(tree)
    for op, value in nodes(tree):
        if op in (sre.ATOMIC_GROUP, sre.POSSESSIVE_REPEAT, sre.ASSERT, sre.ASSERT_NOT):
            for inner in inside(op, value):
                yield _Automaton(inner)


class _Automaton:
    """States that read one character each, or none.

    A state that reads none leads to others, each under a guard: the characters that may follow.
    """

    def __init__(self, tree: Any) -> None:
        self.alphabet = Alphabet(tree)
        self._ways: list[list[tuple[int, int]]] = []
        self._reads: list[tuple[int, int] | None] = []
        self._kept: list[bool] = []  # where ways part in an atomic group, one alone is kept
        self._atomic = 0
        self._reached: dict[int, dict[tuple[int, int], int]] = {}
        self._parted: dict[int, set[tuple[int, int, int, int]]] = {}
        self.end = self._state()
        self.start = self._sequence(tree, self.end)

    def _state(self, *ways: tuple[int, int], reads: tuple[int, int] | None = None) -> int:
        self._ways.append(list(ways))
        self._reads.append(reads)
        self._kept.append(self._atomic > 0)
        return len(self._ways) - 1

    def _sequence(self, tree: Any, behind: int) -> int:
        for op, value in reversed(list(tree)):
            behind = self._item(op, value, behind)
        return behind

    def _item(self, op: Any, value: Any, behind: int) -> int:
        """The state before an item, with ``behind`` the one after it."""
        everything = self.alphabet.all
        match op:
            case _ if op in ONE:
                return self._state(reads=(self.alphabet.bits(op, value), behind))
            case sre.GROUPREF:  # every group that is referred to reads one character
                return self._state(reads=(everything, behind))
            case sre.SUBPATTERN | sre.ATOMIC_GROUP:
                self._atomic += op is sre.ATOMIC_GROUP
                start = self._sequence(*inside(op, value), behind)
                self._atomic -= op is sre.ATOMIC_GROUP
                return start
            case sre.BRANCH:
                starts = [self._sequence(branch, behind) for branch in value[1]]
                return self._state(*((start, everything) for start in starts))
            case sre.ASSERT if value[0] > 0:
                return self._state((behind, self._beginning(value[1])))
            case sre.ASSERT_NOT if value[0] > 0:
                return self._state((behind, everything & ~self._alone(value[1])))
            case sre.AT if value in (sre.AT_END, sre.AT_END_STRING):
                return self._state((behind, 0))
            case _ if op in REPEATS:
                return self._repeated(op, value, behind)
            case _:
                return behind

    def _repeated(self, op: Any, value: Any, behind: int) -> int:
        least, most, inner = value
        leaving = self.alphabet.all
        if op is sre.POSSESSIVE_REPEAT:
            self._atomic += 1
            leaving &= ~self._alone(inner)
        if most is sre.MAXREPEAT or most > _MOST_COPIES:
            start = self._state()
            self._ways[start] += [
                (self._sequence(inner, start), self.alphabet.all),
                (behind, leaving),
            ]
        else:
            start = behind
            for _ in range(most - least):
                again = self._sequence(inner, start)
                start = self._state((again, self.alphabet.all), (behind, leaving))
        for _ in range(min(least, _MOST_COPIES)):
            start = self._sequence(inner, start)
        self._atomic -= op is sre.POSSESSIVE_REPEAT
        return start

    def _beginning(self, tree: Any) -> int:
        """The characters of which what matches ``tree`` begins with one."""
        found = 0
        for op, value in tree:
            if op in ONE:
                return found | self.alphabet.bits(op, value)
            if op in (sre.ASSERT, sre.ASSERT_NOT):
                continue
            optional = op in REPEATS and value[0] == 0
            for inner in inside(op, value):
                found |= self._beginning(inner)
            if not optional and found:
                return found
        return self.alphabet.all

    def _alone(self, tree: Any) -> int:
        """The characters that match ``tree`` each by itself."""
        (op, value), *rest = tree
        if rest:
            return 0
        if op in ONE:
            return self.alphabet.bits(op, value)
        found = 0
        for inner in inside(op, value) if op in (sre.BRANCH, sre.SUBPATTERN) else ():
            found |= self._alone(inner)
        return found

    def reached(self, state: int) -> dict[tuple[int, int], int]:
        """How often each reading state is reached from ``state``, by it and what it then reads."""
        if state in self._reached:
            return self._reached[state]
        found = self._reached[state] = {}  # a loop that reads nothing ends here
        read = self._reads[state]
        counts: dict[tuple[int, int], int] = {} if read is None else {(state, read[0]): 1}
        for to, guard in self._ways[state]:
            for (other, bits), ways in self.reached(to).items():
                if bits & guard:
                    edge = other, bits & guard
                    counts[edge] = min(_MOST, counts.get(edge, 0) + ways)
        found.update(counts)
        return found

    def parted(self, state: int) -> set[tuple[int, int, int, int]]:
        """The pairs of reading states that ways reach that part behind ``state``, for good."""
        if state in self._parted:
            return self._parted[state]
        found = self._parted[state] = set()
        before: list[tuple[int, int]] = []
        pairs: set[tuple[int, int, int, int]] = set()
        for to, guard in self._ways[state]:
            pairs |= {
                (one, bits & guard, other, others & guard)
                for one, bits, other, others in self.parted(to)
                if bits & guard and others & guard
            }
            here = [(each, bits & guard) for each, bits in self.reached(to) if bits & guard]
            if not self._kept[state]:
                pairs |= {(*one, *other) for one in before for other in here if one[1] & other[1]}
            before += here
        found.update(pairs)
        return found

    def behind(self, state: int) -> int:
        """Where a reading state leads."""
        read = self._reads[state]
        if read is None:
            raise ValueError("a state that reads nothing")
        return read[1]

    def edges(self) -> dict[int, list[tuple[int, int, int]]]:
        """From each reading state the next ones, with what they read and in how many ways."""
        found: dict[int, list[tuple[int, int, int]]] = {}
        todo = [state for state, _ in self.reached(self.start)]
        while todo:
            state = todo.pop()
            if state not in found:
                ways = self.reached(self.behind(state)).items()
                found[state] = [(to, bits, count) for (to, bits), count in ways]
                todo += [to for to, _, _ in found[state]]
        return found


def _loops(edges: dict[int, list[tuple[int, int, int]]]) -> list[set[int]]:
    """The strongly connected components in which there is an edge (Kosaraju and Sharir)."""
    order: list[int] = []  # every state behind all that it leads to, loops aside
    entered: set[int] = set()
    work = [(root, False) for root in edges]
    while work:
        state, left = work.pop()
        if left:
            order.append(state)
        elif state not in entered:
            entered.add(state)
            work += [(state, True), *((to, False) for to, _, _ in edges[state])]
    before: dict[int, list[int]] = {state: [] for state in edges}
    for state, ways in edges.items():
        for to, _, _ in ways:
            before[to].append(state)
    loops: list[set[int]] = []
    seen: set[int] = set()
    for root in reversed(order):
        loop: set[int] = set()
        todo = [root]
        while todo:
            state = todo.pop()
            if state not in seen:
                seen.add(state)
                loop.add(state)
                todo += before[state]
        if len(loop) > 1 or (loop and root in before[root]):
            loops.append(loop)
    return loops


def _loop_in_two_ways(automaton: _Automaton) -> Attack | None:
    """A word over which a state comes back to itself in two ways."""
    edges, first = automaton.edges(), automaton.alphabet.first
    for loop in _loops(edges):
        inner = {state: [edge for edge in edges[state] if edge[0] in loop] for state in loop}
        words: dict[tuple[int, int], tuple[int, str]] = {}
        for state in loop:
            for one, bits, other, others in automaton.parted(automaton.behind(state)):
                if {one, other} <= loop and bits & others:
                    pair = min(one, other), max(one, other)
                    words.setdefault(pair, (state, first(bits & others)))
        todo = list(words)
        for one, other in todo:
            state, word = words[one, other]
            if one == other:
                again = word + _word(inner, one, {state}, first)
                begin = _word({-1: _begun(automaton), **edges}, -1, {state}, first)
                return Attack(begin, again, _MOST)
            for to, bits, _ in inner[one]:
                for also, others, _ in inner[other]:
                    pair = min(to, also), max(to, also)
                    if bits & others and pair not in words:
                        words[pair] = state, word + first(bits & others)
                        todo.append(pair)
    return None


def _begun(automaton: _Automaton) -> list[tuple[int, int, int]]:
    ways = automaton.reached(automaton.start).items()
    return [(state, bits, count) for (state, bits), count in ways]


def _word(
    edges: dict[int, list[tuple[int, int, int]]],
    start: int,
    ends: set[int],
    first: Callable[[int], str],
) -> str:
    """The shortest word that leads from one state to another."""
    words = {start: ""}
    for state in (todo := [start]):
        if state in ends:
            return words[state]
        for to, bits, _ in edges[state]:
            if to not in words:
                words[to] = words[state] + first(bits)
                todo.append(to)
    return ""


class _Read(NamedTuple):
    """A text, in how many ways its end is reached, and how many steps all ways are."""

    text: str
    alive: dict[int, int]
    now: int
    steps: int


def _dearest(automaton: _Automaton, length: int) -> Attack:
    """Of the texts that a beam search finds, the one that takes the most steps."""
    edges = {-1: _begun(automaton), **automaton.edges()}
    characters = automaton.alphabet.characters
    read = [_Read("", {-1: 1}, 1, 0)]
    best = read[0]
    for _ in range(length):
        further: dict[frozenset[tuple[int, int]], _Read] = {}
        for each in read:
            for at, alive in _stepped(each.alive, edges).items():
                now = min(_MOST, sum(alive.values()))
                text = each.text + characters[at]
                candidate = _Read(text, alive, now, each.steps + now)
                key = frozenset(alive.items())
                if key not in further or further[key].steps < candidate.steps:
                    further[key] = candidate
        if not further or best.steps >= _MOST:
            break
        widest = heapq.nlargest(2, further.values(), key=lambda one: (len(one.alive), one.now))
        most = heapq.nlargest(_BEAM, further.values(), key=lambda one: one.now)
        read = list({one.text: one for one in (*most, *widest)}.values())
        best = max((best, *read), key=lambda one: one.steps)
    return Attack(best.text, "", best.steps)


def _stepped(
    alive: dict[int, int], edges: dict[int, list[tuple[int, int, int]]]
) -> dict[int, dict[int, int]]:
    """In how many ways each state is reached with a further character, by that character."""
    found: dict[int, dict[int, int]] = {}
    for state, ways in alive.items():
        for to, bits, count in edges[state]:
            for at in range(bits.bit_length()):
                if bits >> at & 1:
                    reached = found.setdefault(at, {})
                    reached[to] = min(_MOST, reached.get(to, 0) + ways * count)
    return found
