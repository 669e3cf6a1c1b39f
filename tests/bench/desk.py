"""What a change of an article costs while it is written: read on from it, or read anew.

The article has 2,000 words and is changed all over; both in one process, each change by both. Run
by ``make bench``.
"""

from __future__ import annotations

import sys
from random import Random
from statistics import median
from time import perf_counter

from belie.desk import Desk
from belie.reading.reader import read_article
from table import keep, shape, table

WORDS = 2_000
CHANGES = 60
TOWNS = ("Leeds", "Porto", "Lima", "Cork", "Bergen")
PARAGRAPHS = (
    "A blast at a mill in {town} killed {number} people on Monday, the second there in a year.",
    "“Nobody listened to us,” Ana Ruiz, the mayor of {town}, said. “We counted {number} letters.”",
    "In {town} {number} percent of voters back the plan, a poll found, and the rest are unsure.",
    "Rebels left {town} on {number} March and took the road to the coast. They still hold it.",
    "The street was empty all day, and the shops of {town} kept their shutters down until night.",
)


def main() -> None:
    """Measures, prints the table and writes it beside this file."""
    draw = Random(0)  # noqa: S311 - the same article each time
    text = article(draw)
    on: list[float] = []
    anew: list[float] = []
    with Desk() as desk, Desk(read=read_article) as other:
        for change in range(CHANGES + 1):
            for each, seconds in ((desk, on), (other, anew)):
                start = perf_counter()
                each.update(text, published="2024-03-06")
                if change:
                    seconds.append(perf_counter() - start)
            at = draw.randrange(len(text))
            text = text[:at] + draw.choice((" and", " 7", ",", "e")) + text[at:]
    one, two = median(on), median(anew)
    row = (
        f"a change of {WORDS:,} words, read on from it / anew",
        f"{one * 1000:,.0f} ms",
        f"{two * 1000:,.0f} ms",
        f"{one / two:.2f} × the time",
    )
    report = "\n".join([*table([row]), "", f"{shape()}."])
    sys.stdout.write(report + "\n")
    keep("Desk", report)


def article(draw: Random) -> str:
    """An article of so many words, which no paragraph says alike."""
    written: list[str] = []
    while sum(len(each.split()) for each in written) < WORDS:
        form = PARAGRAPHS[len(written) % len(PARAGRAPHS)]
        written.append(form.format(town=draw.choice(TOWNS), number=draw.randrange(2, 31)))
    return "\n\n".join(written)


if __name__ == "__main__":
    main()
