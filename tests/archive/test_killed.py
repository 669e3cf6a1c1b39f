"""Whatever ends an add, the archive has whole articles only, and what it had before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TIMES = 50


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.timeout(300)
def test_an_add_that_is_killed_leaves_whole_articles_and_loses_and_doubles_none(
    tmp_path: Path,
) -> None:
    run = subprocess.run(
        [sys.executable, HERE / "killed.py", tmp_path, str(TIMES)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stderr, run.returncode) == ("", 0)
    said = json.loads(run.stdout)
    before, whole = said["before"], said["whole"]
    there, articles = before[0], whole[0]
    assert (len(there), len(articles)) == (8, 31)
    order = [row[0] for row in there] + [row[0] for row in articles if row[0] > "a007"]
    as_it_may_be = {tuple(row) for row in there + articles}
    numbers = set()
    for left, counts in said["left"]:
        names = [row[0] for row in left]
        assert sorted(names) == order[: len(names)]  # each once, and none before it left out
        assert {tuple(row) for row in left} <= as_it_may_be
        assert counts == [sum(row[column] for row in left) for column in (2, 3, 4)]
        numbers.add(len(names))
    assert min(numbers) == 8
    assert len(numbers) > 5  # they were killed at many moments
    for again, counts in said["again"]:
        assert (sorted(again), counts) == (sorted(articles), whole[1])
