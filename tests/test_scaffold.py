import re
from pathlib import Path

import pytest
from belie.kinds import load_kind, load_kinds
from belie.knowledge import parse_yaml
from belie.model import Article
from belie.reading.reader import read_article
from belie.reading.selftest import run_kind_tests
from belie.rulebook.lint import lint_rule
from belie.rulebook.rule import load_rule
from belie.scaffold import new_kind, new_rule

KINDS = load_kinds()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_new_rule_loads_and_has_no_problem(kind):
    text = new_rule("drafts/two-tales", KINDS[kind])
    rule = load_rule(parse_yaml(text, Path("two-tales.yaml")), KINDS)
    assert rule.name == "drafts/two-tales"
    assert lint_rule(rule) == []


@pytest.mark.parametrize(
    ("counts", "fields"),
    [(False, ["who", "place", "status"]), (True, ["measure", "subject", "place"])],
)
def test_a_new_kind_loads_and_its_examples_hold(counts, fields):
    text = new_kind("border", counts=counts)
    kind = load_kind(parse_yaml(text, Path("border.yaml")))
    assert (kind.name, list(kind.fields)) == ("border", fields)
    assert bool(kind.evokes) is counts
    assert [each.problem for each in run_kind_tests({"border": kind}) if each.problem] == []


def test_the_kind_that_the_guide_shows_is_the_one_that_is_begun():
    guide = Path(__file__).parent.parent / "docs" / "kinds.md"
    (shown,) = re.findall(r"```yaml\n(kind: arrest\n.*?)```", guide.read_text("utf-8"), re.DOTALL)
    assert shown == new_kind("arrest", counts=True)


@pytest.mark.parametrize(
    ("sentence", "construction"),
    [
        ("Police arrested 14 in Lima.", "object"),
        ("Fourteen were arrested.", "passive-subject"),
        ("The 14 whom police arrested wept.", "participle"),
        ("Fourteen are in custody.", "predicate"),
        ("There were 14 arrests.", "counted"),
        ("The arrest of 14 led to a strike.", "complement"),
        ("Fourteen of the arrested were women.", "part"),
    ],
)
def test_it_reads_what_the_guide_says(sentence, construction):
    kind = load_kind(parse_yaml(new_kind("arrest", counts=True), Path("arrest.yaml")))
    (fact,) = read_article(Article(sentence), {"arrest": kind}).facts
    assert (fact.fields["measure"], fact.value.low) == ("arrested", 14)
    assert fact.phrase == f"arrest/{construction}"
