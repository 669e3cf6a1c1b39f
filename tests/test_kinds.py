import re
from pathlib import Path

import pytest
from belie.kinds import load_kind, load_kinds
from belie.knowledge import KnowledgeError, parse_yaml

BRIDGE = """\
kind: bridge
title: What became of a bridge
value: count
fields:
  place: place
  owner: actor
  state: [open, closed, fallen]
  day: date
phrases:
  - say: "{owner} ~close {place}"
    gives: {state: closed}
    unless: [deal]
    tests:
      - "Norland closed the Orla bridge.": {owner: Norland, state: closed}
      - none: "Norland closed the deal."
  - say: "{place} ~collapse"
    gives: {state: fallen}
"""


def load(text):
    return load_kind(parse_yaml(text, Path("bridge.yaml")))


def test_a_kind_is_loaded_whole():
    kind = load(BRIDGE)
    assert (kind.name, kind.title, kind.value, kind.reads) == (
        "bridge",
        "What became of a bridge",
        "count",
        "phrases",
    )
    assert dict(kind.fields) == {
        "place": "place",
        "owner": "actor",
        "state": "choice",
        "day": "date",
    }
    assert dict(kind.choices) == {"state": ("open", "closed", "fallen")}
    closed, fallen = kind.phrases
    assert (closed.say, closed.gives, closed.unless) == (
        "{owner} ~close {place}",
        {"state": "closed"},
        ("deal",),
    )
    assert closed.tests[1] == {"none": "Norland closed the deal."}
    assert fallen.gives == {"state": "fallen"}


def test_a_kind_may_be_read_from_names_or_dates():
    kind = load("kind: name\ntitle: Names\nreads: names\nfields: {person: text}")
    assert (kind.value, kind.reads, kind.phrases) == (None, "names", ())


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "gives: {state: closed}",
            "gives: {stat: closed}",
            "11:19: no field 'stat'; did you mean 'state'?",
        ),
        ("gives: {state: closed}", "gives: {state: shut}", "11:20: state is never 'shut'"),
        (
            "gives: {state: fallen}",
            "gives: {state: falen}",
            "17:20: state is never 'falen'; did you mean 'fallen'?",
        ),
        ("    unless", "    unles", "12:12: unknown key 'unles'; did you mean 'unless'?"),
        ("title:", "titel:", "2:8: unknown key 'titel'; did you mean 'title'?"),
        ("kind: bridge", "kind: Bridge", "1:7: must match ^[a-z][a-z"),
        ("owner: actor", "owner: acter", "6:10: must be 'actor'"),
        ("[open, closed,", "[open, Closed,", "7:17: must match ^[a-z][a-z"),
        ("[open, closed, fallen]", "[]", "7:10: must be 'actor'"),
        ("[open, closed, fallen]", "choice", "7:10: list what it may be, as in [open, closed]"),
        ("owner: actor", "stance: actor", "6:11: every fact has a 'stance' of its own; rename"),
        ("owner: actor", "start: actor", "6:10: every fact has a 'start' of its own; rename"),
        ("owner: actor", "Owner: actor", "6:10: must match ^[a-z][a-z"),
        ("value: count", "value: place", "3:8: must be 'people'"),
        ("phrases:", "reads: dates\nphrases:", "1:1: a kind reads phrases, and has some"),
        (BRIDGE[BRIDGE.index("phrases:") :], "", "1:1: a kind reads phrases, and has some"),
        ('say: "{place} ~collapse"', 'say: ""', "16:10: must have a length of at least 1"),
    ],
)
def test_what_is_no_kind_is_refused_where_it_is_wrong(old, new, problem):
    assert old in BRIDGE
    with pytest.raises(KnowledgeError) as refused:
        load(BRIDGE.replace(old, new))
    assert str(refused.value).startswith(f"bridge.yaml:{problem}")


def test_the_nearest_type_is_named():
    text = BRIDGE.replace("owner: actor", "owner: acter")
    with pytest.raises(KnowledgeError) as refused:
        load_kind(parse_yaml(text, Path("bridge.yaml")))
    assert refused.value.problem.endswith("; did you mean 'actor'?")


def test_a_field_may_be_called_something_and_a_kind_refuse_some_sentences():
    kind = load(BRIDGE.replace("phrases:", "called: {day: date}\nunless: [chess]\nphrases:"))
    assert (dict(kind.called), kind.unless) == ({"day": "date"}, ("chess",))
    with pytest.raises(KnowledgeError, match="no field 'dy'; did you mean 'day'"):
        load(BRIDGE.replace("phrases:", "called: {dy: date}\nphrases:"))


def test_an_increment_is_yes_or_unknown():
    text = BRIDGE.replace("  day: date", "  further: increment")
    given = text.replace("gives: {state: fallen}", "gives: {further: yes}")
    assert load(given).phrases[1].gives == {"further": "yes"}
    with pytest.raises(KnowledgeError, match="further is never 'no'"):
        load(given.replace("{further: yes}", "{further: no}"))


def test_kinds_are_found_by_name_in_every_folder(tmp_path):
    for folder, kind in (("one", "weir"), ("one/deep", "bridge"), ("two", "dam")):
        (tmp_path / folder).mkdir(exist_ok=True)
        text = BRIDGE.replace("kind: bridge", f"kind: {kind}")
        (tmp_path / folder / f"{kind}.yaml").write_text(text)
    kinds = load_kinds([tmp_path / "one", tmp_path / "two"])
    assert list(kinds) == ["bridge", "weir", "dam"]
    assert kinds["dam"].document.path == tmp_path / "two" / "dam.yaml"


def test_a_kind_is_declared_once(tmp_path):
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(BRIDGE)
    with pytest.raises(KnowledgeError) as refused:
        load_kinds([tmp_path])
    problem = f"'bridge' is already declared in {tmp_path / 'a.yaml'}"
    assert str(refused.value) == f"{tmp_path / 'b.yaml'}:1:1: {problem}"


def test_the_kinds_that_come_with_belie_are_sound():
    kinds = load_kinds()
    assert all(kind.name == name for name, kind in kinds.items())


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        (
            "occasion: {scope: tie, place: place, group: owner, asker: owner}",
            "no field 'tie'",
        ),
    ],
)
def test_what_figures_share_are_fields_of_the_kind(key, problem):
    with pytest.raises(KnowledgeError) as failure:
        load(BRIDGE.replace("phrases:\n", f"{key}\nphrases:\n"))
    assert failure.value.problem == problem


ORDERED = """
kind: harm
title: Whom something befell
value: people
fields:
  measure: [killed, hurt, harmed, met]
  sort: [blast, flood]
order: [[killed, harmed], [harmed, met], [hurt, harmed]]
phrases: [{say: "{value} killed"}]
"""


def test_an_order_holds_what_follows_from_it():
    kind = load_kind(parse_yaml(ORDERED, Path("harm.yaml")))
    assert kind.order == {
        "measure": (
            ("killed", "harmed"),
            ("harmed", "met"),
            ("killed", "met"),
            ("hurt", "harmed"),
            ("hurt", "met"),
        )
    }


@pytest.mark.parametrize(
    ("pairs", "problem"),
    [
        ("[killed, hramed]", "8:9: no field may be 'killed' and 'hramed'; did you mean 'harmed'?"),
        ("[killed, blast]", "8:9: no field may be 'killed' and 'blast'"),
        ("[killed, killed]", "8:9: 'killed' is at most 'killed' by those before; remove one"),
        ("[killed, hurt], [hurt, met], [met, killed]", "8:38: 'killed' is at most 'met' by those"),
        ("[killed, hurt, met]", "8:9: must have a length of at most 2"),
    ],
)
def test_an_order_that_is_none_is_refused(pairs, problem):
    text = re.sub("order: .*", f"order: [{pairs}]", ORDERED)
    with pytest.raises(KnowledgeError, match="harm.yaml:" + re.escape(problem)):
        load_kind(parse_yaml(text, Path("harm.yaml")))


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        ("polled: {sample: crossings}", "no words evoke 'crossings'"),
        (
            "polled: {opinion: support}",
            "name all of opinion, ballot, rating and turnout, or none",
        ),
    ],
)
def test_what_is_polled_is_a_choice_that_words_evoke(key, problem):
    with pytest.raises(KnowledgeError) as failure:
        load(BRIDGE.replace("phrases:\n", f"{key}\nphrases:\n"))
    assert failure.value.problem == problem
