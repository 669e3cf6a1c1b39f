import re
from datetime import date
from pathlib import Path

import pytest
from belie.knowledge import KnowledgeError, parse_yaml
from belie.model import Article
from belie.rulebook.formula import AllOf, Column, Compare, Shifted, Total
from belie.rulebook.plan import Group
from belie.rulebook.rule import load_rule, load_rules
from belie.rulebook.shared import load_shared
from hypothesis import given
from hypothesis import strategies as st
from specimens import KINDS

LOST = """\
rule: holding/lost-and-held
title: Lost, and held all the same
severity: contradiction
status: stable
why: >
  Who has lost a place
  does not hold it.
exceptions: Not when it was taken back.
when:
  held: hold
  lost: hold
where:
  - held.status == "held"
  - lost.status in ["lost"]
  - same(held.holder, lost.holder)
  - touches(held.place, lost.place)
unless:
  back: hold
  where:
    - back.status == "taken"
    - same(back.holder, lost.holder)
    - before(lost.time, back.time)
say: "{held.holder} holds {held.place}, but lost {lost.place}"
tests:
  - flags: "Norland holds Orla. It lost Orla in May."
    published: 2023-06-01
    title: Orla
    against: ["Orla is Norland's."]
  - quiet: "Norland holds Orla. It lost Brant."
"""

SUM = """\
rule: polls/over-a-hundred
title: More than everyone
severity: discrepancy
status: incubating
why: Shares of one question add up to a hundred.
each: {option: option}
by: [contest, time]
where: [known(option.answer)]
having: "sum(option.value.least) > 101"
say: "The answers add up to {sum(option.value.low)}: {option.value}"
"""

TWO_FIGURES = """\
rule: tolls/two-figures
title: Two figures
severity: contradiction
status: stable
why: One toll has one figure.
when: {one: toll, other: toll}
where:
  - same(one.place, other.place)
  - same(one.measure, other.measure)
  - differs(one.value, other.value)
say: "{one.value} and {other.value} in {one.place}"
"""


def load(text):
    return load_rule(parse_yaml(text, Path("rule.yaml")), KINDS)


def test_a_rule_is_loaded_whole():
    rule = load(LOST)
    assert (rule.name, rule.severity, rule.status) == (
        "holding/lost-and-held",
        "contradiction",
        "stable",
    )
    assert rule.why == "Who has lost a place does not hold it."
    assert rule.exceptions == "Not when it was taken back."
    assert [condition.source for condition in rule.conditions] == [
        'held.status == "held"',
        'lost.status in ["lost"]',
        "same(held.holder, lost.holder)",
        "touches(held.place, lost.place)",
    ]
    flags, quiet = rule.tests
    assert flags.flags == flags.text == "Norland holds Orla. It lost Orla in May."
    assert (flags.published, flags.title) == (date(2023, 6, 1), "Orla")
    assert flags.against == ("Orla is Norland's.",)
    assert (quiet.flags, quiet.text) == (None, "Norland holds Orla. It lost Brant.")


def test_its_plan_is_what_engines_match():
    plan = load(LOST).plan
    assert (plan.rule, dict(plan.roles)) == (
        "holding/lost-and-held",
        {"held": "hold", "lost": "hold"},
    )
    assert plan.where == AllOf(
        (
            Compare(Column("held", "status"), "==", "held"),
            Compare(Column("lost", "status"), "==", "lost"),
            Compare(Column("held", "holder"), "==", Column("lost", "holder")),
            Compare(Column("held", "place.first"), "<=", Column("lost", "place.last")),
            Compare(Column("lost", "place.first"), "<=", Column("held", "place.last")),
        )
    )
    (block,) = plan.unless
    assert dict(block.roles) == {"back": "hold"}
    assert block.where == AllOf(
        (
            Compare(Column("back", "status"), "==", "taken"),
            Compare(Column("back", "holder"), "==", Column("lost", "holder")),
            Compare(Column("lost", "time.end"), "<=", Column("back", "time.start")),
        )
    )
    assert (plan.group, plan.symmetric) == (None, False)


def test_an_example_is_held_against_copy_with_a_day_of_its_own():
    dated = '[{text: "Orla was lost.", published: 2023-05-01}]'
    flags = load(LOST.replace('["Orla is Norland\'s."]', dated)).tests[0]
    assert flags.others == (Article("Orla was lost.", None, date(2023, 5, 1)),)


def test_a_rule_over_groups_has_a_group():
    rule = load(SUM)
    assert rule.plan.group == Group(
        by=("contest", "time.start", "time.end"), having=(("sum", "value.least", ">", 101_000),)
    )
    assert [having.source for having in rule.having] == ["sum(option.value.least) > 101"]
    assert [each.attribute.name for each in rule.by] == ["contest", "time"]


def test_a_rule_that_does_not_tell_its_facts_apart_is_symmetric():
    assert load(TWO_FIGURES).plan.symmetric


def test_several_blocks_undo_a_match_each_by_itself():
    block = LOST[LOST.index("  back: hold") : LOST.index("say:")]
    blocks = "".join(
        "  - " + part.replace("\n  ", "\n    ").lstrip() for part in (block, block)
    ).replace("back", "again")
    rule = load(LOST.replace(block, blocks))
    assert [dict(each.roles) for each in rule.plan.unless] == [{"again": "hold"}] * 2


def test_one_fact_alone_can_be_a_match():
    rule = load(
        "rule: polls/above\ntitle: t\nseverity: caution\nstatus: stable\nwhy: w\n"
        "when: {option: option}\nwhere: [option.value.low > 100]\nsay: '{option}'"
    )
    assert dict(rule.plan.roles) == {"option": "option"}


def changed(text, old, new):
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("text", "old", "new", "problem"),
    [
        (LOST, "severity: con", "severity: Con", "3:11: must be 'contradiction'"),
        (
            LOST,
            "status: stable",
            "state: stable",
            "4:8: unknown key 'state'; did you mean 'status'?",
        ),
        (LOST, "title: Lost", "titel: Lost", "2:8: unknown key 'titel'; did you mean 'title'?"),
        (
            LOST,
            "    title: Orla",
            "    titel: Orla",
            "27:12: unknown key 'titel'; did you mean 'title'?",
        ),
        (LOST, "say:", "# say:", "1:1: the key 'say' is missing"),
        (
            LOST,
            "say:",
            "because: '{held.golder}'\nsay:",
            "23:17: hold has no 'golder'; did you mean 'holder'?",
        ),
        (LOST, "holding/lost", "lost", "1:7: must match ^[a-z][a-z0-9-]*/"),
        (
            LOST,
            "  held: hold",
            "  held: hodl",
            "10:9: there is no kind 'hodl'; did you mean 'hold'?",
        ),
        (LOST, "  held: hold", "  Held: hold", "10:9: must match ^[a-z][a-z0-9_]*$"),
        (LOST, "  held: hold", "  is: hold", "10:7: 'is' has a meaning of its own; rename it"),
        (LOST, "same(held.h", "same(held.g", "15:15: hold has no 'golder'; did you mean 'holder'?"),
        (
            LOST,
            "same(held.h",
            "same(hled.h",
            "15:10: there is no 'hled' here; did you mean 'held'?",
        ),
        (LOST, '["lost"]', '["lots"]', "14:21: status is never 'lots'; did you mean 'lost'?"),
        (
            LOST,
            '- held.status == "held"',
            "- \"held.status == 'hell'\"",
            "13:21: status is never 'hell'",
        ),
        (LOST, "back.holder", "back.older", "21:17: hold has no 'older'; did you mean 'holder'?"),
        (
            LOST,
            "  back: hold",
            "  back: hole",
            "18:9: there is no kind 'hole'; did you mean 'hold'?",
        ),
        (LOST, "  back: hold", "  held: hold", "18:9: 'held' is a fact of the rule; rename it"),
        (LOST, "  back: hold\n", "", "18:3: names no fact; write role: kind beside where"),
        (
            LOST,
            "    - same(back.holder, lost.holder)\n",
            "",
            "20:5: nothing ties 'back' to held or lost; add a same(…) of the two",
        ),
        (
            LOST,
            "  - same(held.holder, lost.holder)\n",
            "",
            "13:3: nothing ties 'lost' to held; add a same(…) of the two",
        ),
        (
            LOST,
            "{held.place}",
            "{held.plaice}",
            "23:33: hold has no 'plaice'; did you mean 'place'?",
        ),
        (LOST, "- flags: ", "- flag: ", "25:11: unknown key 'flag'; did you mean 'flags'?"),
        (
            LOST,
            "  - flags:",
            "  - quiet: same\n    flags:",
            "25:5: an example either flags or is quiet",
        ),
        (LOST, "2023-06-01", "2023-06-31", "26:16: is not YAML: "),
        (LOST, "when:", "each: {o: option}\nwhen:", "1:1: each, by and having go together"),
        (SUM, "each: {option: option}\n", "", "1:1: a rule has when, for facts beside each other"),
        (SUM, "by: [contest, time]\n", "", "1:1: a group is of what agrees in by"),
        (
            SUM,
            "[contest, time]",
            "[contest, tine]",
            "7:15: option has no 'tine'; did you mean 'time'?",
        ),
        (
            SUM,
            "sum(option.",
            "sum(options.",
            "9:14: there is no 'options' here; did you mean 'option'?",
        ),
        (
            SUM,
            "{option: option}",
            "{option: option, other: option}",
            "6:7: must have a length of at most 1",
        ),
        (
            SUM,
            "say:",
            "unless: {o: option, where: [known(o.answer)]}\nsay:",
            "1:1: a rule with each has no",
        ),
        (LOST, "rule: holding", "- holding", "2:1: is not YAML: "),
    ],
)
def test_what_is_no_rule_is_refused_where_it_is_wrong(text, old, new, problem):
    with pytest.raises(KnowledgeError, match="rule.yaml:" + re.escape(problem)):
        load(changed(text, old, new))


def test_a_rule_has_no_more_conditions_than_can_be_asked():
    """Wherever they stand; the error points at the first that is too many."""
    more = [f"  - held.time.start < lost.time.start + {days}" for days in range(1, 194)]
    fits = LOST.replace("  - touches(", "\n".join((*more, "  - touches(")))
    assert len(load(fits).conditions) == 197
    over = fits.replace("    - same(back.holder", "    - known(back.place)\n    - same(back.holder")
    assert refusal(over) == "rule.yaml:216:7: 201 conditions; 200 is the limit: divide the rule"


def test_a_block_names_no_more_facts_than_a_rule():
    names = [f"back{number}" for number in range(5)]
    block = [*(f"  {name}: hold" for name in names), "  where:"]
    block += [f"    - same({name}.holder, lost.holder)" for name in names]
    start, end = LOST.index("  back: hold"), LOST.index("say:")
    assert refusal(LOST[:start] + "\n".join(block) + "\n" + LOST[end:]) == (
        "rule.yaml:18:3: names 5 facts; 4 is the limit: divide it"
    )


def refusal(text):
    with pytest.raises(KnowledgeError) as failure:
        load(text)
    return str(failure.value)


@pytest.mark.parametrize(
    "comparison", ["differs(one.value, other.value)", "one.start < other.start"]
)
def test_a_comparison_of_figures_or_offsets_ties_nothing(comparison):
    loose = changed(TWO_FIGURES, "  - same(one.place, other.place)\n", "")
    loose = changed(loose, "  - same(one.measure, other.measure)\n", "")
    loose = changed(loose, "differs(one.value, other.value)", comparison)
    with pytest.raises(KnowledgeError, match=r"8:3: nothing ties 'other' to one"):
        load(loose)


def test_facts_are_tied_one_to_the_next():
    three = changed(
        TWO_FIGURES, "{one: toll, other: toll}", "{one: toll, third: toll, other: toll}"
    )
    with pytest.raises(KnowledgeError, match="nothing ties 'third' to one or other"):
        load(three)
    assert load(changed(three, "say:", "  - same(third.cause, other.cause)\nsay:"))


def write(folder, name, text):
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_rules_are_sorted_by_name_whatever_folder_they_stand_in(tmp_path):
    write(tmp_path / "one", "tolls/two-figures", TWO_FIGURES)
    write(tmp_path / "two", "holding/lost-and-held", LOST)
    write(tmp_path / "two", "polls/over-a-hundred", SUM)
    rules = load_rules([tmp_path / "one", tmp_path / "two"], KINDS)
    assert [rule.name for rule in rules] == [
        "holding/lost-and-held",
        "polls/over-a-hundred",
        "tolls/two-figures",
    ]


def test_a_rule_is_called_as_its_file(tmp_path):
    write(tmp_path, "tolls/two", TWO_FIGURES)
    problem = r"two\.yaml:1:7: is called 'tolls/two-figures' and stands in tolls/two\.yaml"
    with pytest.raises(KnowledgeError, match=problem):
        load_rules([tmp_path], KINDS)


def test_a_rule_is_declared_once(tmp_path):
    write(tmp_path / "one", "tolls/two-figures", TWO_FIGURES)
    write(tmp_path / "two", "tolls/two-figures", TWO_FIGURES)
    with pytest.raises(
        KnowledgeError, match=r"is already declared in .*one/tolls/two-figures\.yaml"
    ):
        load_rules([tmp_path / "one", tmp_path / "two"], KINDS)


@given(st.sampled_from([LOST, SUM, TWO_FIGURES]), st.data())
def test_a_damaged_rule_is_loaded_or_refused_with_a_place(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    put = data.draw(st.text(max_size=4) | st.sampled_from(["\n", ": ", "- ", "{", "[", '"', "'"]))
    try:
        load(text[:start] + put + text[end:])
    except KnowledgeError as failure:
        refused = failure
    else:
        return
    assert refused.line >= 1
    assert refused.column >= 1


SHARED = """\
conditions:
  alike(one, other):
    - same(one.place, other.place)
    - one.measure == other.measure
unless:
  later(fact):
    later: toll
    where: ['same(later.place, fact.place)', 'before(fact.time, later.time)']
"""


def share(text, shared=SHARED):
    known = load_shared(parse_yaml(shared, Path("shared.yaml")), {})
    return load_rule(parse_yaml(text, Path("rule.yaml")), KINDS, known)


BY_NAME = (
    TWO_FIGURES.replace("  - same(one.place, other.place)\n", "")
    .replace("same(one.measure, other.measure)", "alike(one, other)")
    .replace("say:", "unless: ['later(one, other)']\nsay:")
)


def test_a_rule_names_what_it_shares():
    rule = share(BY_NAME)
    assert [(each.source, each.at) for each in rule.conditions] == [
        ("same(one.place, other.place)", ("where", 0)),
        ("one.measure == other.measure", ("where", 0)),
        ("differs(one.value, other.value)", ("where", 1)),
    ]
    same, before = (
        [Compare(Column(*left), symbol, Column(*right)) for left, right in pairs]
        for symbol, pairs in (
            ("==", [(("later", "place"), (role, "place")) for role in ("one", "other")]),
            ("<=", [((role, "time.end"), ("later", "time.start")) for role in ("one", "other")]),
        )
    )
    assert [each.where for each in rule.plan.unless] == [
        AllOf(pair) for pair in zip(same, before, strict=True)
    ]
    assert [each.name for each in rule.shared] == ["alike", "later"]


def test_a_block_may_hold_for_two_facts_in_either_order():
    block = "unless: {late: toll, either: [one, other], where: ['same(late.place, one.place)']}"
    unless = share(changed(TWO_FIGURES, "say:", f"{block}\nsay:")).plan.unless
    assert [each.where for each in unless] == [
        AllOf((Compare(Column("late", "place"), "==", Column(role, "place")),))
        for role in ("one", "other")
    ]


SUMMED = """\
unless:
  rest: toll
  several: [2]
  where:
    - same(rest.place, one.place)
    - one.value.low == other.value.low + sum(rest.value.low)
say:"""


def test_a_block_may_add_several_facts_up():
    (unless,) = share(changed(TWO_FIGURES, "say:", SUMMED)).plan.unless
    assert dict(unless.roles) == {"rest_1": "toll", "rest_2": "toll"}
    places = [Compare(Column(role, "place"), "==", Column("one", "place")) for role in unless.roles]
    low = [Shifted(Column(role, "value.low")) for role in ("other", *unless.roles)]
    assert unless.where.parts[:3] == (
        *places,
        Compare(Column("one", "value.low"), "==", Total(tuple(low))),
    )


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("sum(rest.value.low)", "sum(one.value.low)", "16:42: adds up a field of 'rest'"),
        ("  several", "  more: toll\n  several", "12:3: is about several of one fact; name one"),
        ("  several: [2]\n", "", "15:42: is no number, nor a field that holds one"),
        (
            "sum(rest.value.low)",
            "rest.value.low + sum(rest.value.low)",
            "16:42: rest stands for several; add",
        ),
    ],
)
def test_what_adds_up_nothing_is_refused(old, new, problem):
    with pytest.raises(KnowledgeError, match="^rule.yaml:" + re.escape(problem)):
        share(changed(TWO_FIGURES, "say:", SUMMED.replace(old, new)))


@pytest.mark.parametrize(
    ("rule", "shared", "problem"),
    [
        (
            ("alike(one, other)", "alike(one, others)"),
            ("", ""),
            "rule.yaml:8:16: there is no 'others' here; did you mean 'other'?",
        ),
        (
            ("alike(one, other)", "alik(one, other)"),
            ("", ""),
            "rule.yaml:8:5: there is no relation 'alik'; did you mean 'alike'?",
        ),
        (
            ("", ""),
            ("one.place", "one.plaice"),
            "rule.yaml:8:5: in alike(one, other) (shared.yaml:3): toll has no 'plaice'; did you",
        ),
        (
            ("", ""),
            ("fact.time", "fact.tine"),
            "rule.yaml:10:10: in later(fact) (shared.yaml:8): toll has no 'tine'; did you mean",
        ),
        (
            ("", ""),
            ("later: toll", "later: tolls"),
            "rule.yaml:10:10: in later(fact) (shared.yaml:7): there is no kind 'tolls'; did you",
        ),
        (
            ("{one: toll, other", "{later: toll, other"),
            ("", ""),
            "rule.yaml:10:10: in later(fact) (shared.yaml:7): 'later' is a fact of the rule;",
        ),
        (
            ("", ""),
            ("same(later.place, fact.place)", "differs(later.value, fact.value)"),
            "rule.yaml:10:10: in later(fact) (shared.yaml:7): nothing ties 'later' to one or",
        ),
        (
            ("later(one", "latter(one"),
            ("", ""),
            "rule.yaml:10:10: there is no shared block 'latter'; did you mean 'later'?",
        ),
        (
            ("['later(one, other)']", "{l: toll, either: [one, them], where: [known(l.place)]}"),
            ("", ""),
            "rule.yaml:10:33: there is no 'them' here",
        ),
        (
            ("  - alike", "  - same(one.place, other.place)\n  - not alike"),
            ("one.measure", "one.mesure"),
            "rule.yaml:9:9: in alike(one, other) (shared.yaml:4): toll has no 'mesure'; did you",
        ),
    ],
)
def test_an_error_in_what_is_shared_names_both_places(rule, shared, problem):
    text = BY_NAME.replace(*rule)
    if "later: toll, other" in text:
        text = text.replace("one", "later")
    with pytest.raises(KnowledgeError, match="^" + re.escape(problem)):
        share(text, SHARED.replace(*shared))


def test_a_folder_of_rules_may_have_shared_conditions(tmp_path):
    write(tmp_path, "tolls/two-figures", BY_NAME)
    (tmp_path / "shared.yaml").write_text(SHARED)
    assert [rule.name for rule in load_rules([tmp_path], KINDS)] == ["tolls/two-figures"]
