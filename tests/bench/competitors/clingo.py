"""clingo: the join as a rule of a logic program, which grounding alone answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workload import Match, Size, tolls

PROGRAM = """
    match(A, B) :- toll(A, S, M, L), toll(B, S, M, H), H > L.
"""


def join(size: Size) -> Callable[[], Iterator[list[Match]]]:
    """What finds the pairs; the program is small, and read anew with each set of facts."""
    from clingo import Control, Function, Number, String

    facts = tolls(size)

    def search() -> Iterator[list[Match]]:
        control = Control()
        control.add("base", [], PROGRAM)
        with control.backend() as backend:
            for position, subject, measure, low in facts:
                told = (Number(position), String(subject), String(measure), Number(low))
                backend.add_rule([backend.add_atom(Function("toll", told))])
        control.ground([("base", [])])
        yield [
            tuple(argument.number for argument in atom.symbol.arguments)
            for atom in control.symbolic_atoms.by_signature("match", 2)
        ]

    return search
