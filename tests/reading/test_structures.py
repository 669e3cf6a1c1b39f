"""What kinds that no phrase names are read from."""

from pathlib import Path

import pytest
from belie.kinds import load_kind
from belie.knowledge import KnowledgeError, parse_yaml
from belie.model import Article
from belie.reading.reader import read_article
from belie.reading.structures import FILLED


def test_the_kinds_that_come_with_belie_have_all_that_is_filled(all_kinds):
    built = [kind for kind in all_kinds.values() if kind.reads != "phrases"]
    assert {kind.reads: set(kind.fields) for kind in built} == {
        reads: set(names) for reads, names in FILLED.items()
    }


@pytest.mark.parametrize(
    ("reads", "field", "problem"),
    [
        ("figures", "count", "4:10: what reads figures fills no field 'count'; did you mean 'coun"),
        ("names", "surname", "4:12: what reads names fills no field 'surname'"),
        ("mentions", "sorts", "4:10: what reads mentions fills no field 'sorts'; did you mean"),
    ],
)
@pytest.mark.parametrize("compared", ["true", "false"])
def test_a_field_that_nothing_fills_is_refused(reads, field, problem, compared):
    text = f"kind: own\ntitle: Own\nfields:\n  {field}: text\nreads: {reads}\ncompared: {compared}"
    kind = load_kind(parse_yaml(text, Path("own.yaml")))
    with pytest.raises(KnowledgeError) as refused:
        read_article(Article("It rained."), {"own": kind})
    assert str(refused.value).startswith(f"own.yaml:{problem}")
