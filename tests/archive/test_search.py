"""Keys lose nothing: what is found by them is what is found among all that is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import belie
import pytest
from belie.archive.across import archived
from belie.archive.linking import linked
from belie.archive.questions import Question, questions
from belie.archive.search import _Search, search
from belie.beside import Draft
from belie.kinds import load_kinds
from belie.matching.plain import Facts, Meaning, placed
from belie.rulebook.columns import columns
from belie.rulebook.rule import load_rules
from hypothesis import given, settings
from hypothesis import strategies as st

KINDS = load_kinds()
ASKED = questions(load_rules(), KINDS)
FIRST = date(2024, 3, 4)

TOWNS = st.sampled_from(["Leeds", "York", "Kherson", "Ukraine"])
SIDES = st.sampled_from(["Russian forces", "Ukrainian forces", "Rebels"])
NUMBERS = st.sampled_from([3, 4, 7, 9, 12])
DAYS = st.sampled_from(["on Monday", "on Tuesday", "on 4 March 2024", "last week", ""])
SENTENCES = st.one_of(
    st.builds("A blast in {} {} killed {} people.".format, TOWNS, DAYS, NUMBERS),
    st.builds("The toll of the blast in {} {} rose to {}.".format, TOWNS, DAYS, NUMBERS),
    st.builds("The toll of the blast in {} {} was lowered to {}.".format, TOWNS, DAYS, NUMBERS),
    st.builds("{} control {}.".format, SIDES, TOWNS),
    st.builds("{} captured {} {}.".format, SIDES, TOWNS, DAYS),
    st.builds("{} lost {} {}.".format, SIDES, TOWNS, DAYS),
    st.builds("Fighting raged for control of {} {}.".format, TOWNS, DAYS),
    st.builds("Russia annexed {} {}.".format, TOWNS, DAYS),
    st.builds(
        "An Ipsos poll in France of March 2024 found that {}0% approve of Macron.".format,
        NUMBERS.filter(lambda number: number < 10),
    ),
)
ARTICLES = st.builds(
    lambda sentences, days: (" ".join(sentences), FIRST + timedelta(days)),
    st.lists(SENTENCES, min_size=1, max_size=3),
    st.integers(0, 9),
)


class Exhaustive(_Search):
    """Reads all that is kept, and looks for no keys."""

    def found(self, asked: Sequence[Question]) -> belie.archive.search.Beside:
        everything = "SELECT position FROM facts"
        found = self._connection.execute(everything).fetchall()
        self._shelf.fetch({position for (position,) in found})
        rows = dict(self._draft.rows)
        for name, row in self._shelf.rows.items():
            rows[name] = {**row, "kind": archived(str(row["kind"]))}
        facts = Facts(rows)
        own = placed(facts.ids, self._draft.facts.keys())
        matches = [
            facts.match(each.plan, positions)
            for each in asked
            for positions in Meaning(each.plan).matches(facts, own)
        ]
        return self._beside(matches, 0, ())


@pytest.fixture(scope="module")
def reader() -> belie.Checker:
    return belie.Checker(rulebook=(), engine="plain")


@settings(max_examples=40)
@given(kept=st.lists(ARTICLES, min_size=1, max_size=5), draft=ARTICLES)
def test_keys_lose_nothing(
    reader: belie.Checker,
    tmp_path_factory: pytest.TempPathFactory,
    kept: list[tuple[str, date]],
    draft: tuple[str, date],
) -> None:
    path = tmp_path_factory.mktemp("search") / "desk.belie"
    with belie.ArchiveWriter(path, "anna") as writer:
        for number, (text, day) in enumerate(kept):
            writer.add(belie.Article(text, None, day, f"a{number}"))
    article = belie.Article(draft[0], None, draft[1], "draft")
    report = reader.extract(article)
    facts = {fact.id: fact for fact in report.facts}
    rows = {fact.id: columns(fact, KINDS[fact.kind]) for fact in report.facts}
    given_ = Draft(article, facts, rows, report.events)
    with belie.Archive.open(path) as archive:
        connection = archive._connection
        by_keys = search(connection, str(path), given_, ASKED, KINDS)
        by_all = Exhaustive(connection, str(path), given_, KINDS).found(ASKED)
    assert by_keys.matches == by_all.matches
    assert by_keys.facts == by_all.facts


def test_the_property_above_has_something_to_find(reader: belie.Checker, tmp_path: Path) -> None:
    with belie.ArchiveWriter(tmp_path / "desk.belie", "anna") as writer:
        text = "A blast in Leeds on Monday killed 9 people. Russian forces control Kherson."
        writer.add(belie.Article(text, None, FIRST + timedelta(1), "a"))
    text = "A blast in Leeds on Monday killed 4 people. Ukrainian forces control Kherson."
    article = belie.Article(text, None, FIRST + timedelta(1), "draft")
    report = reader.extract(article)
    facts = {fact.id: fact for fact in report.facts}
    rows = {fact.id: columns(fact, KINDS[fact.kind]) for fact in report.facts}
    draft = Draft(article, facts, rows, report.events)
    with belie.Archive.open(tmp_path / "desk.belie") as archive:
        assert linked(archive._connection, draft) == {"a/e1": "e1"}
        found = search(archive._connection, "desk", draft, ASKED, KINDS)
    assert {match.rule for match in found.matches} == {
        "casualty/against-copy", "casualty/told-twice", "control/two-holders"
    }  # fmt: skip
