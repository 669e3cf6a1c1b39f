import re
from pathlib import Path

import pytest
from belie.knowledge import FACTS, RULES, KnowledgeError, parse_yaml
from belie.rulebook.classes import classes_in, word_classes


def load(text):
    return classes_in(parse_yaml(text, Path("classes.yaml")))


def test_a_class_is_a_list_or_names_one():
    classes = load("coin: [penny, rouble]\nhearsay: grammar.evidential_adverbs\n")
    assert classes["coin"] == ("penny", "rouble")
    assert classes["hearsay"][:2] == ("reportedly", "allegedly")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("coin: {penny: 1}", "1:7: is no list of words"),
        ("coin: [1]", "1:7: is no list of words"),
        ("coin: [penny, penny]", "1:7: has 'penny' twice"),
        (f"coin: [{', '.join(f'c{n}' for n in range(201))}]", "1:7: 201 words; 200 is the limit"),
        ("coin: penny", "1:7: no list 'penny'; name one as file.list"),
        (
            "coin: grammar.evidential_adverb",
            "1:7: no list 'grammar.evidential_adverb'; name one as file.list; did you mean",
        ),
    ],
)
def test_what_is_no_class_is_refused(text, problem):
    with pytest.raises(KnowledgeError, match=re.escape(problem)):
        load(text)


def test_every_class_serves_a_rule_or_a_kind():
    files = (*RULES.rglob("*.yaml"), *(FACTS / "kinds").glob("*.yaml"))
    written = "\n".join(path.read_text("utf-8") for path in files)
    used = [f'"{name}")' in written or f"any {name}" in written for name in word_classes()]
    assert used == [True] * len(used)
