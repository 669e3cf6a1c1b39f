from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from datetime import date

import pytest
from belie.batch import Examination, Examiner, Task, in_order
from belie.configuration import Settings
from belie.entries import Submission
from belie.model import Article

TOLD_TWICE = Settings(select=("casualty/told-twice",))
EXAMINATION = Examination(
    engine="plain", published=date(2024, 3, 5),
    against=(Article("A fire killed 30 people in Leeds on Monday.", id="wire"),),
)  # fmt: skip


def tasks(number: int) -> Iterator[Task]:
    for each in range(number):
        text = f"A fire killed {each % 3 + 29} people in Leeds on Monday."
        yield Task(Submission(Article(text, id=f"a{each}")), TOLD_TWICE)


def test_processes_give_the_reports_of_one_in_the_order_of_the_articles() -> None:
    with Examiner(EXAMINATION) as examiner:
        one = [examiner.report(each) for each in tasks(20)]
    several = list(in_order(EXAMINATION, tasks(20), 2))
    assert [task.submission.article.id for task, _ in several] == [f"a{n}" for n in range(20)]
    assert [report for _, report in several] == one
    assert [len(report.findings) for report in one[:3]] == [1, 0, 1]


def test_no_more_articles_are_taken_than_keep_the_processes_busy() -> None:
    taken = 0

    def counted() -> Iterator[Task]:
        nonlocal taken
        for each in tasks(1000):
            taken += 1
            yield each

    reports = in_order(EXAMINATION, counted(), 2)
    next(reports)
    reports.close()  # type: ignore[attr-defined]
    assert taken == 8


@pytest.mark.parametrize(
    "again",
    [lambda x: pickle.loads(pickle.dumps(x)), copy.deepcopy],  # noqa: S301 - our own
)
def test_a_report_can_be_copied(again) -> None:  # type: ignore[no-untyped-def]
    with Examiner(EXAMINATION) as examiner:
        report = examiner.report(next(tasks(1)))
    assert report.findings
    assert again(report) == report
