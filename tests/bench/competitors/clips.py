"""CLIPS, through clipspy: one defrule, which calls back into Python for each match."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workload import Match, Size, tolls

TEMPLATE = """
    (deftemplate toll
      (slot position (type INTEGER))
      (slot subject (type STRING))
      (slot measure (type STRING))
      (slot low (type INTEGER)))
"""
RULE = """
    (defrule join
      (toll (position ?first) (subject ?subject) (measure ?measure) (low ?low))
      (toll (position ?second) (subject ?subject) (measure ?measure) (low ?high&:(> ?high ?low)))
      =>
      (found ?first ?second))
"""


def join(size: Size) -> Callable[[], Iterator[list[Match]]]:
    """What finds the pairs."""
    from clips import Environment

    facts = tolls(size)
    pairs: list[Match] = []
    environment = Environment()
    environment.define_function(lambda first, second: pairs.append((first, second)), name="found")
    environment.build(TEMPLATE)
    environment.build(RULE)
    template = environment.find_template("toll")

    def search() -> Iterator[list[Match]]:
        pairs.clear()
        environment.reset()
        for position, subject, measure, low in facts:
            template.assert_fact(position=position, subject=subject, measure=measure, low=low)
        environment.run()
        yield pairs

    return search
