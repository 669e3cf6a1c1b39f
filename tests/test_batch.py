from __future__ import annotations

import copy
import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from time import monotonic, sleep

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


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at the processes of Linux")
def test_processes_end_with_the_one_that_began_them_even_if_that_is_killed(tmp_path: Path) -> None:
    line = json.dumps({"text": "A blast in Leeds on Monday killed 12 people. " * 20}) + "\n"
    Path(tmp_path, "news.jsonl").write_text(line * 2000)
    command = [
        sys.executable,
        "-m",
        "belie",
        "check",
        "news.jsonl",
        "--jobs",
        "2",
        "--format",
        "jsonl",
    ]
    run = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, start_new_session=True)
    try:
        assert run.stdout is not None
        run.stdout.read(1)  # both are at work
        assert len(working_in(run.pid)) > 1
        run.kill()
        run.wait()
        deadline = monotonic() + 60
        while working_in(run.pid) and monotonic() < deadline:
            sleep(0.1)
        assert working_in(run.pid) == []
    finally:
        run.kill()
        with suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)


def working_in(session: int) -> list[int]:
    """The processes of a session that have not ended."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, _, of = stat.read_text().rpartition(")")[2].split()[:4]
            if int(of) == session and state != "Z":
                found.append(int(stat.parent.name))
    return found
