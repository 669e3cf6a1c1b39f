import re
from pathlib import Path

import pytest
from belie.knowledge import RULES, KnowledgeError, parse_yaml
from belie.rulebook.expansion import expanded, expanded_blocks
from belie.rulebook.expressions import ConditionError
from belie.rulebook.shared import load_shared, shared_in, shipped_shared, unused, used_in

TEXT = """\
conditions:
  sure(fact): fact.stance == "asserted"
  whole(fact):
    - fact.further is unknown
    - fact.part_of is unknown
  either_way(one, other): one.value.low > 1 or other.value.low > 1
  near(one, other, days): not apart(one, other, days)
  sound(fact): sure(fact) and not either_way(fact, fact)
  both_whole(one, other):
    - whole(one, other)
    - near(one.time, other.time, 3)
  killing(fact, words): fact.measure in words
unless:
  again(first, second):
    more: toll
    where:
      - whole(more)
      - same(more.place, first.place)
      - before(first.time, second.time)
  told(one, other):
    said: toll
    either: [one, other]
    where: ['same(said.place, one.place)', 'same(said.cause, other.cause)']
  apart_from(fact):
    rest: toll
    where: ['same(rest.place, fact.place)']
  summed(one, other):
    rest: toll
    several: [1, 2]
    either: [one, other]
    where:
      - sure(rest)
      - one.value.low == other.value.low - sum(rest.value.low)
"""


def load(text, known=None):
    return load_shared(parse_yaml(text, Path("shared.yaml")), known or {})


SHARED = load(TEXT)


def texts(text):
    return [each.text for each in expanded(text, SHARED)]


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("same(a.place, b.place)", ["same(a.place, b.place)"]),
        (" sure(a) ", ['a.stance == "asserted"']),
        ("sure(a, b)", ['a.stance == "asserted" and b.stance == "asserted"']),
        ("whole(a)", ["a.further is unknown", "a.part_of is unknown"]),
        (
            "whole(a, b)",
            [
                "a.further is unknown and b.further is unknown",
                "a.part_of is unknown and b.part_of is unknown",
            ],
        ),
        ("not whole(a)", ["not (a.further is unknown and a.part_of is unknown)"]),
        ("known(a.place) or sure(a, b)", [
            'known(a.place) or a.stance == "asserted" and b.stance == "asserted"',
        ]),
        ("known(a.place) and either_way(a, b)", [
            "known(a.place) and (a.value.low > 1 or b.value.low > 1)",
        ]),
        ("not sure(a)", ['not a.stance == "asserted"']),
        ("sure(a) == 1", ['(a.stance == "asserted") == 1']),
        ("sure(a)\nand known(a.place)", ['a.stance == "asserted"\nand known(a.place)']),
        ("near(a.time, b.time, 30)", ["not apart(a.time, b.time, 30)"]),
        ('killing(a, ["killed"])', ['a.measure in ["killed"]']),
        ("sound(é)", ['é.stance == "asserted" and not (é.value.low > 1 or é.value.low > 1)']),
        (
            "both_whole(a, b)",
            [
                "a.further is unknown and b.further is unknown",
                "a.part_of is unknown and b.part_of is unknown",
                "not apart(a.time, b.time, 3)",
            ],
        ),
    ],
)  # fmt: skip
def test_a_name_becomes_what_it_stands_for(text, conditions):
    assert texts(text) == conditions


def test_a_block_is_named_with_its_facts_or_alone():
    again = ["more.further is unknown", "more.part_of is unknown", "same(more.place, a.place)"]

    def blocks(text):
        given = expanded_blocks(text, SHARED, ("a", "b"))
        return [(dict(roles), [line.text for line in lines]) for _, roles, lines in given]

    expected = [({"more": "toll"}, [*again, "before(a.time, b.time)"])]
    assert blocks("again(a, b)") == blocks("again") == expected
    assert blocks("told") == [
        ({"said": "toll"}, ["same(said.place, a.place)", "same(said.cause, b.cause)"]),
        ({"said": "toll"}, ["same(said.place, b.place)", "same(said.cause, a.cause)"]),
    ]
    assert blocks("apart_from(a, b)") == [
        ({"rest": "toll"}, ["same(rest.place, a.place)"]),
        ({"rest": "toll"}, ["same(rest.place, b.place)"]),
    ]


def test_a_block_may_be_about_several_facts_and_their_sum():
    given = expanded_blocks("summed", SHARED, ("a", "b"))
    one, two = {"rest": "toll"}, {"rest_1": "toll", "rest_2": "toll"}
    both = 'rest_1.stance == "asserted" and rest_2.stance == "asserted"'
    summed = "(rest_1.value.low + rest_2.value.low)"
    assert [(roles, [line.text for line in lines]) for _, roles, lines in given] == [
        (one, ['rest.stance == "asserted"', "a.value.low == b.value.low - (rest.value.low)"]),
        (two, [both, f"a.value.low == b.value.low - {summed}"]),
        (one, ['rest.stance == "asserted"', "b.value.low == a.value.low - (rest.value.low)"]),
        (two, [both, f"b.value.low == a.value.low - {summed}"]),
    ]


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("known(a.place)", ["known(a.place)"]),
        (
            "whole(x)",
            [
                "x_1.further is unknown and x_2.further is unknown",
                "x_1.part_of is unknown and x_2.part_of is unknown",
            ],
        ),
        ("sum(x.value.low) > 3", ["(x_1.value.low + x_2.value.low) > 3"]),
    ],
)
def test_what_is_asked_of_several_is_asked_of_each(text, conditions):
    given = expanded(text, SHARED, several=("x", ("x_1", "x_2")))
    assert [each.text for each in given] == conditions


@pytest.mark.parametrize("text", ["sum(a.value.low) > 3", "sum(x.value.low, 3) > 3"])
def test_what_is_no_sum_of_several_is_refused(text):
    with pytest.raises(ConditionError, match=r"adds up a field of 'x', as in sum\(x.value.low\)"):
        expanded(text, SHARED, several=("x", ("x_1", "x_2")))


@pytest.mark.parametrize(
    ("text", "offset", "problem"),
    [
        ("near(a, b)", 0, "near(one, other, days) takes 3, and is given 2"),
        ("  sure()", 2, "sure(fact) takes 1, and is given 0"),
        ("sure(fact=a)", 0, "takes up to 8 facts or fields, without names"),
        ("sure(a, not b)", 8, "is no fact, field, number, word or list of words"),
        ("again(a, b)", 0, "again is a block of unless, and no condition"),
        ("sure(a", 4, "cannot be read: '(' was never closed"),
        (
            f"{'sure(a) and ' * 50}sure(a)",
            540,
            "comes to more than 1000 characters; split it",
        ),
    ],
)
def test_what_cannot_be_put_in_is_refused_where_it_is_written(text, offset, problem):
    with pytest.raises(ConditionError, match="^" + re.escape(problem)) as failure:
        expanded(text, SHARED)
    assert failure.value.offset == offset


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("agian(a, b)", "there is no shared block 'agian'; did you mean 'again'?"),
        ("sure(a)", "there is no shared block 'sure'"),
        ("1 + 1", "names no shared block of unless, as updated(first, second) does"),
        ("again(a)", "again(first, second) takes 2, and is given 1"),
    ],
)
def test_a_block_that_there_is_not_is_refused(text, problem):
    with pytest.raises(ConditionError, match="^" + re.escape(problem)):
        list(expanded_blocks(text, SHARED, ("a", "b")))


def test_what_grows_beyond_a_rule_is_refused_before_it_is_made():
    grown = "conditions:\n  one(fact): [known(fact.place)]\n"
    for name, before in (("two", "one"), ("three", "two"), ("four", "three")):
        grown += f"  {name}(fact): [{', '.join([f'{before}(fact)'] * 20)}]\n"
    with pytest.raises(ConditionError, match="comes to more than 200 conditions"):
        expanded("four(a)", load(grown))
    with pytest.raises(ConditionError, match="comes to more than 1000 characters"):
        expanded("not two(a) and not two(a) and not two(a)", load(grown))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("sure(fact): ", "sure: ", "2:9: must match ^[a-z]"),
        ("conditions:\n", "condition:\n", "2:3: unknown key 'condition'; did you mean"),
        ("  near(", "  whole(", "7:28: 'whole' is declared twice; rename one"),
        ("sure(fact): ", "same(fact): ", "2:15: 'same' has a meaning of its own; rename it"),
        ("near(one, other", "near(one, one", "7:25: 'one' is taken; rename it"),
        ("near(one, other", "near(one, is", "7:24: 'is' is taken; rename it"),
        ("(one, other, days)", "(one, others, days)",
         "7:43: there is no parameter 'other'; did you mean 'others'?"),
        ("not apart", "not aprt", "7:31: there is no relation 'aprt'; did you mean 'apart'?"),
        ("not apart(", "not apart((", "7:36: cannot be read: "),
        ("killing(fact, words)", "killing(fact, words, days)", "12:31: says nothing of 'days'"),
        ("    more: toll\n", "", "15:5: names no fact; write role: kind beside where"),
        ("[one, other]", "[one, others]", "21:5: there is no parameter 'others'; did you mean"),
        ("sound(fact): sure(fact)", "sound(fact): sound(fact)", "8:16: names itself, and so has"),
        ("sure(fact): fact.stance", "sure(fact): sound(fact) or fact.stance",
         "2:15: names itself, and so has no end"),
        ("    more: toll\n", "    more: toll\n    rest: toll\n", "15:5: says nothing of 'rest'"),
        ("several: [1, 2]", "several: [4]", "29:15: must be 1, 2 or 3"),
        ("    several: [1", "    more: toll\n    several: [1", "28:5: is about several of one"),
    ],
)  # fmt: skip
def test_what_no_rule_could_use_is_refused_where_it_stands(old, new, problem):
    assert old in TEXT
    with pytest.raises(KnowledgeError, match=r"shared\.yaml:" + re.escape(problem)):
        load(TEXT.replace(old, new, 1))


def test_names_go_no_deeper_than_can_be_read():
    deep = "conditions:\n  n0(fact): known(fact.place)\n"
    deep += "".join(f"  n{level}(fact): n{level - 1}(fact)\n" for level in range(1, 8))
    with pytest.raises(KnowledgeError, match="9:13: names others more than 6 levels deep"):
        load(deep)


def test_what_is_used_is_told_from_what_is_not():
    used = used_in(["sound(a) or known(a.place)", "again"], SHARED)
    assert [each.name for each in used] == ["sure", "whole", "either_way", "sound", "again"]
    assert [str(each) for each in unused(SHARED, used)] == [
        "shared.yaml:7:27: no rule uses it; remove it",
        "shared.yaml:10:5: no rule uses it; remove it",
        "shared.yaml:12:25: no rule uses it; remove it",
        "shared.yaml:21:5: no rule uses it; remove it",
        "shared.yaml:25:5: no rule uses it; remove it",
        "shared.yaml:28:5: no rule uses it; remove it",
    ]


def test_a_folder_has_its_own_besides_those_of_belie(tmp_path):
    assert shared_in(tmp_path) == shared_in(RULES) == shipped_shared()
    (tmp_path / "shared.yaml").write_text("conditions: {claimed(fact): known(fact.source)}\n")
    own = shared_in(tmp_path)
    assert own.keys() == shipped_shared().keys()
    assert own["claimed"].where == ("known(fact.source)",)
