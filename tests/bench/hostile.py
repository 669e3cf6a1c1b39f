"""Texts made to be slow: 64 kB of what a careless pattern reads again and again."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["HOSTILE"]

_SIZE = 64_000

_REPEATED = {
    "one word": "a",
    "one capital": "A",
    "one digit": "1",
    "spaces": " ",
    "line breaks": "\n",
    "full stops": ".",
    "full stops apart": ". ",
    "quotation marks": "”",
    "apostrophes": "'",
    "opening brackets": "(",
    "notes": "[1]",
    "hyphens": "-",
    "commas": ", ",
    "bullets": "• ",
    "heading marks": "# ",
    "combining accents": "e\u0301",
    "spaces of no width": "\u200b",
    "initials": "A. ",
    "letters with stops": "U.S.",
    "names": "Anna ",
    "names in a list": "Anna, ",
    "names with hyphens": "Anna-",
    "names with particles": "de la Anna ",
    "titles": "President ",
    "titles of offices": "the former deputy foreign minister of ",
    "organisations": "Ministry of Defence of ",
    "towns": "Kherson, ",
    "possessives": "Ukraine's ",
    "numbers": "1,000 ",
    "numbers in words": "two hundred and ",
    "ranges": "40-50-",
    "ratios": "one in five of ",
    "currencies": "$5 million ",
    "hedges": "at least about ",
    "dates": "May 3, ",
    "dates that go on": "from May 3 to 5, 9 and 12, 2022, ",
    "dates in a list": "on 1 May 2022, ",
    "weekdays": "on Monday ",
    "clock times": "10:30 a.m. ",
    "verbs": "took ",
    "auxiliaries": "had been to have ",
    "adverbs": "not fully ",
    "adverbs before dates": "since May, since then, ",
    "adverbs between commas": ", since a toll toll, since, ",
    "clauses": "Russia captured Kherson and ",
    "clauses in clauses": "who said that he ",
    "relative clauses": "the town that rebels took, ",
    "passives": "12 people were killed by rebels and ",
    "counted people": "12 injured civilians and ",
    "shares": "40% of voters back Anna, ",
    "prepositions": "of the people in the town of ",
    "nouns": "police state force army ",
    "asides": "the army, which, ",
    "brackets in brackets": "(the army (",
    "dashes": "the army – rebels – ",
    "sentences": "Rebels took the town on Friday. ",
    "short sentences": "He left. ",
    "short lines": "He left\n",
    "paragraphs": "The rebels kept the town.\n\n",
    "history told on": "Russia holds Lyman. In March 1999 the war goes on. ",
    "conversions": "He ran 12 km (8 miles). ",
    "speeds converted": "12 mph (20 km/h) ",
    "tolls in a sentence": "killed 12 people in Porto on Monday and ",
    "tolls in sentences": "The fire in Porto killed 12 people on Monday. ",
    "holders": "Russia holds Lyman. ",
}

HOSTILE: Mapping[str, str] = {
    name: (repeated * (_SIZE // len(repeated) + 1))[:_SIZE] for name, repeated in _REPEATED.items()
}
"""Each text by what it is made of."""
