"""Copy and files that nobody wrote: put together, and taken apart, by a seeded generator.

The words are belie's own, and the sentences are the examples of its kinds and rules, so that
what is invented comes near enough to news to be read, and far enough from it to be wrong.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from random import Random
from typing import Any

import yaml
from belie.kinds import load_kinds
from belie.model import Article
from belie.reading.grammar.vocabulary import word_lists
from belie.reading.names.world import gazetteer
from belie.rulebook.rule import load_rules

LONGEST = 64_000

NUMBERS = (
    "0", "1", "12", "40%", "3.5 million", "$5bn", "€2.5bn", "47-44", "1,000", "a third", "dozens",
    "0.000001", "999999999999999", "1e9", "-7", "two in five", "3,5", "1/2", "½", "٣", "①",
    "12th", "100,000,000,000,000,000,000", "one", "twenty-five", "at least 40", "up to 9", "no",
    "L", "10:30",
)  # fmt: skip
DATES = (
    "on Monday", "yesterday", "in May", "on 31 December 9999", "9999-12-31", "0001-01-01",
    "0000-00-00", "in the year 0", "12/31/9999", "on February 29", "on February 30", "since 1901",
    "in 2022", "last week", "the next day", "two days later", "10,000 years ago",
    "999999999 days ago", "in 300 years", "from 3 May to 5", "at 9 A.M.", "at 25:61 p.m.",
    "on 1 January 0001", "in the 99th century", "in December 9999", "until Friday",
)  # fmt: skip
ODDITIES = (
    "\u00a0", "\u200b", "\u2028", "\ufeff", "e\u0301", "İ", "ß", "ﬁ", "🗳", "中文", "Львів",
    "\u202e", "\x0b", "\x00", "\r", "\r\n", "\t", "\x1b[31m", "’", "“", "”", "«", "»", "‘", "–",
    "—", "…", "'", '"', "``", "''", "(", ")", "[", "]", "[1]", "*", "#", "•", "&amp;", "<b>", "%",
    "$", "€", "°", "…”", "?!", ";", ":", "...", "\ue000", "\U0010ffff", "\u0663", "ﷺ", "\u0345",
    "K", "ſ",
)  # fmt: skip
LINKS = (
    " and ", ", ", ", and ", "; ", " – ", " who ", ", which ", " that ", " as ", ", said ",
    " by ", " in ", " of ", " after ", " while ", ": ", " (", ") ", "-", "'s ", " “", "” ", ". ",
    ".\n\n", "\n", "\n• ", " to ", " not ",
)  # fmt: skip
DAYS = (date(2022, 12, 2), date(2024, 2, 29), date.max, date.min, date(9999, 12, 1), date(1, 1, 31))


def seeded(seed: int | str) -> Random:
    """The generator for ``seed``."""
    return Random(seed)  # noqa: S311


@cache
def sentences() -> tuple[str, ...]:
    """What the examples of all kinds and rules say."""
    documents = [each.document for each in (*load_kinds().values(), *load_rules())]
    return tuple(dict.fromkeys(text for each in documents for text in _examples(each.data)))


def _examples(data: object) -> Iterator[str]:
    """Every string of several words below a key ``tests``, and the keys that are sentences."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _strings(value) if key == "tests" else _examples(value)
    elif isinstance(data, list):
        for each in data:
            yield from _examples(each)


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from (*_strings(key), *_strings(value))
    elif isinstance(data, list):
        for each in data:
            yield from _strings(each)
    elif isinstance(data, str) and " " in data:
        yield data


@cache
def vocabulary() -> tuple[str, ...]:
    """The words of the closed classes, of the heads of noun phrases, of verbs, and names."""
    lists = [words for file in ("grammar", "heads", "verbs") for words in word_lists(file).values()]
    names = sorted(gazetteer().entries)
    return (*(word for words in lists for word in words), *names[:: max(1, len(names) // 500)])


def sentence(random: Random) -> str:
    """One sentence, or what is left of it."""
    chance = random.random()
    if chance < 0.6:
        return random.choice(sentences())
    if chance < 0.8:
        pieces = [_piece(random) for _ in range(random.randint(2, 6))]
        return "".join(piece + random.choice(LINKS) for piece in pieces)
    words = [_word(random) for _ in range(random.randint(3, 30))]
    return " ".join(words).capitalize() + random.choice((".", "", "?", ";"))


def _piece(random: Random) -> str:
    words = random.choice(sentences()).split()
    first = random.randrange(len(words))
    return " ".join(words[first : first + random.randint(1, 6)])


def _word(random: Random) -> str:
    return (
        random.choice((*NUMBERS, *DATES)) if random.random() < 0.25 else random.choice(vocabulary())
    )


def copy(random: Random) -> str:
    """A text, most often of a few sentences; now and then one piece again and again."""
    text = random.choice((" ", "\n", "\n\n")).join(
        sentence(random) for _ in range(random.randint(1, 9))
    )
    for _ in range(random.choice((0, 0, 1, 2, 5, 12))):
        text = random.choice(MUTATIONS)(random, text)
    return text[:LONGEST]


def _spot(random: Random, text: str) -> tuple[int, int]:
    first = random.randint(0, len(text))
    return first, min(len(text), first + random.randint(0, 40))


def _spliced(random: Random, text: str) -> str:
    first, last = _spot(random, text)
    begun, ended = _spot(random, other := sentence(random))
    return text[:first] + other[begun:ended] + text[last:]


def _pumped(random: Random, text: str) -> str:
    first, last = _spot(random, text)
    times = random.choice((2, 3, 10, 100, 1000))
    return text[:first] + (text[first:last] * times)[: LONGEST // 2] + text[last:]


def _pumped_words(random: Random, text: str) -> str:
    piece = "".join(
        _word(random) + random.choice((" ", ", ", *LINKS)) for _ in range(random.randint(1, 4))
    )
    first, _ = _spot(random, text)
    return text[:first] + (piece * random.choice((5, 50, 2000)))[: LONGEST // 2] + text[first:]


def _truncated(random: Random, text: str) -> str:
    return (
        text[: _spot(random, text)[0]] if random.random() < 0.5 else text[_spot(random, text)[0] :]
    )


def _swapped(random: Random, text: str) -> str:
    words = text.split(" ")
    one, other = random.randrange(len(words)), random.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _odd(random: Random, text: str) -> str:
    first, _ = _spot(random, text)
    return text[:first] + random.choice(ODDITIES) * random.choice((1, 1, 2, 30)) + text[first:]


def _told(random: Random, text: str) -> str:
    words = text.split(" ")
    words[random.randrange(len(words))] = random.choice((*NUMBERS, *DATES))
    return " ".join(words)


def _cased(random: Random, text: str) -> str:
    first, last = _spot(random, text)
    change = random.choice((str.upper, str.lower, str.title, str.swapcase))
    return text[:first] + change(text[first:last]) + text[last:]


def _closed_up(random: Random, text: str) -> str:
    mark = random.choice((" ", ".", ",", "\n", "”"))
    return text.replace(mark, random.choice(("", "  ", mark * 2, random.choice(LINKS))))


MUTATIONS: Sequence[Callable[[Random, str], str]] = (
    _spliced, _pumped, _pumped_words, _truncated, _swapped, _odd, _told, _cased, _closed_up,
)  # fmt: skip


def article(random: Random) -> Article:
    """An article, with or without a headline and a day of publication."""
    title = sentence(random)[:200] if random.random() < 0.4 else None
    published = random.choice((None, DAYS[0], random.choice(DAYS)))
    return Article(copy(random), title, published, "invented")


def entry(random: Random) -> bytes:
    """A line of JSON that is an article, or nearly one."""
    data: Any = {
        "id": random.choice(("a", "", None, 7, True, 10**30, ["a"])),
        "title": random.choice((None, "", sentence(random), 3)),
        "published": random.choice(
            (None, "", "2022-12-02", "9999-12-31", "0000-01-01", "20221202", "x", 5)
        ),
        "text": random.choice((copy(random)[:2000], copy(random)[:2000], "", None, 1.5)),
        "against": random.choice(
            ([], None, [{"text": sentence(random)}], [{}], {"a": 1}, [[]], "x")
        ),
    }
    for key in list(data):
        if random.random() < 0.2:
            del data[key]
    data = random.choice((data, data, data, [data], {"text": data}, [[data]], data.get("text")))
    written = json.dumps(data, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")
    return damaged(random, written) if random.random() < 0.4 else written


def damaged(random: Random, raw: bytes) -> bytes:
    """``raw`` with a few of its bytes changed, moved or gone."""
    for _ in range(random.randint(1, 4)):
        at = random.randint(0, len(raw))
        behind = min(len(raw), at + random.choice((0, 1, 2, 9)))
        put = random.choice(
            (b"", bytes([random.randrange(256)]), b"\xff\xfe", b"\xed\xa0\x80", b'"', b"\\u")
        )
        raw = raw[:at] + put + raw[behind:]
    return raw


def knowledge(random: Random, written: str) -> str:
    """The file of a kind or of a rule with a few of its values or of its characters changed."""
    if random.random() < 0.2:
        for _ in range(random.randint(1, 2)):
            first, last = _spot(random, written)
            written = written[:first] + random.choice(SYNTAX) + written[last:]
        return written
    data = yaml.safe_load(written)
    for _ in range(random.randint(1, 3)):
        _change(random, data)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _change(random: Random, data: Any) -> None:
    """Changes one value, or one of those inside of it."""
    keys = list(data) if isinstance(data, dict) else list(range(len(data)))
    if not keys:
        return
    key = random.choice(keys)
    value = data[key]
    if isinstance(value, dict | list) and value and random.random() < 0.85:
        _change(random, value)
    elif random.random() < 0.1:
        del data[key]
    elif random.random() < 0.1 and isinstance(data, list):
        data.insert(key, value)
    elif isinstance(value, str) and random.random() < 0.7:
        first, last = _spot(random, value)
        data[key] = value[:first] + random.choice(SYNTAX) + value[last:]
    else:
        data[key] = random.choice(
            (*SYNTAX, None, True, 0, -1, 10**30, 0.5, [], {}, [value], {"a": value})
        )


SYNTAX = (
    "[", "]", "]*", "]+", "{", "}", "{value}", "{place}", "{_:any}", "~", "~kill", "~|", "|",
    " | ", "...", "'s", "a|b", "[]", "[]*", "[[]]", "[ | ]*", "[ | a]+", "~ take", "_", "{:}",
    "{value:share}", "{value:nothing}", "- ", ": ", "? ", "null", "~", "yes", "0", "1e9", "''",
    '"', "&a", "*a", "!!python/object:os.system", "<<: ", "[1, 2]", "{a: b}", "#",
    "same(first.place, second.place)", "first.value.low > 1", "not ", " and ", " or ", "(", ")",
    "==", "in []", "1 / 0", "first", "first.value.low * 10 ** 99", "lambda: 0", "sum(", "unknown",
    "is unknown", "9999-12-31", "0000-00-00", "2022-12-02", "\t", "\x00", "é", "🗳", "-" * 50,
    "[" * 400, "(" * 400, "not " * 400, "a" * 3000, "[a " * 12, "[a " * 7 + "]*" * 7, "... " * 9,
    "{value} [of|in]* [[the]* [a]*]*",
)  # fmt: skip
"""What stands in files of kinds and rules, and what should not."""
