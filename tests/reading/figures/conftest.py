"""The poll facts of a sentence, as rows."""

import pytest


@pytest.fixture(scope="session")
def polled(facts):
    """Measure and value of each poll fact of a text, or other fields that are named."""

    def _polled(text, *fields):
        return [
            tuple(_plain(fact, field) for field in fields or ("measure", "value"))
            for fact in facts(text)
            if fact.kind == "poll"
        ]

    return _polled


def _plain(fact, field):
    if field == "stance":
        return fact.stance
    value = fact.value if field == "value" else fact.fields[field]
    if hasattr(value, "low"):
        low, high = (None if end is None else float(end) for end in (value.low, value.high))
        return low if low == high else (low, high)
    return getattr(value, "key", value)
