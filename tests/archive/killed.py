"""Adds articles to an archive again and again, is killed each time a little further on, and says
what is left: run by ``test_killed.py``, for a process that has no thread of DuckDB can be forked.
"""

import json
import os
import signal
import sys
import time
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import duckdb  # noqa: F401 - once, and not in every fork
from belie.archive import store
from belie.archive.records import Record, digest_of
from belie.checker import Checker
from belie.model import Article, Provenance

FIRST, LAST = 8, 32
WHEN = datetime(2024, 3, 5, 12)
TOWNS = ("Leeds", "York", "Hull", "Bath")


def records():
    """Those of ``LAST`` articles, of which the first ``FIRST`` are there before; one is revised."""
    read = Checker(rulebook=(), engine="plain")
    made = []
    for number in range(LAST):
        text = f"A blast in {TOWNS[number % 4]} on Monday killed {number + 2} people. " * (
            number % 3 + 1
        )
        name = f"a{number:03}"
        if number == LAST - 1:
            name, text = "a000", "A fire in Bath on Sunday killed 90 people."
        article = Article(text, f"Blast {number}", date(2024, 3, 5), name)
        report = read.extract(article)
        kept = replace(article, archived=Provenance("", "anna", WHEN))
        made.append(Record(kept, report.facts, report.events, digest_of(article)))
    return made


def add(path, some, told=None):
    """Adds ``some``, in batches of three, and writes a byte to the pipe ``told`` for each."""
    store._MOST_WAITING = 3
    with store.Store(path) as archive:
        for record in some:
            archive.put(record)
            if told is not None:
                os.write(told, b".")


def forked(work):
    """A process that does ``work`` and ends."""
    process = os.fork()
    if not process:
        try:
            work()
            os._exit(0)
        except BaseException as failure:  # noqa: BLE001 - whatever it is, it is said
            sys.stderr.write(repr(failure))
            os._exit(1)
    return process


def done(work):
    """Has ``work`` done in a process of its own."""
    _, status = os.waitpid(forked(work), 0)
    assert status == 0


def content(path, out):
    """Writes what an archive holds: of each article its text, and how many rows of each sort."""
    with store.opened(path) as connection:
        asked = """
            SELECT id, digest,
              (SELECT count(*) FROM facts WHERE article = number),
              (SELECT count(*) FROM events WHERE article = number),
              (SELECT count(*) FROM keys WHERE position // 1048576 = number)
            FROM articles ORDER BY number
        """
        of_articles = connection.execute(asked).fetchall()
        rows = [
            connection.table(name).count("*").fetchall()[0][0]
            for name in ("facts", "events", "keys")
        ]
    out.write_text(json.dumps([of_articles, rows]))


def read(path):
    """What ``content`` says of an archive."""
    out = path.with_suffix(".json")
    done(lambda: content(path, out))
    return json.loads(out.read_text())


def main(folder, times):
    """Prints what there was before, what there is in the end, and what each kill left."""
    made = records()
    before = folder / "before.belie"
    done(lambda: add(before, made[:FIRST]))
    whole = folder / "whole.belie"
    whole.write_bytes(before.read_bytes())
    done(lambda: add(whole, made[FIRST:]))
    left, again = [], []
    for number in range(times):
        path = folder / f"{number}.belie"
        path.write_bytes(before.read_bytes())
        added, told = os.pipe()
        process = forked(lambda path=path, told=told: add(path, made[FIRST:], told))
        for _ in range(number * (LAST - FIRST) // times):
            os.read(added, 1)
        time.sleep(number % 4 / 1000)  # not only right behind one
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(added)
        os.close(told)
        left.append(read(path))
        if number % 5 == 0:
            done(lambda path=path: add(path, made[FIRST:]))
            again.append(read(path))
    said = {"before": read(before), "whole": read(whole), "left": left, "again": again}
    sys.stdout.write(json.dumps(said))


main(Path(sys.argv[1]), int(sys.argv[2]))
