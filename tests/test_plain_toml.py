from __future__ import annotations

import pytest
from belie.plain_toml import line_of

TEXT = """\
# the desk's own
select = [
  "casualty",
  'poll',
]
[severities]
"casualty/*" = "caution"

[paths."opinion/*"] # columns
ignore = ["poll"]

[[dismissed]]
why = '''
[severities]
'''
[[dismissed]]
why = "again"
"""


@pytest.mark.parametrize(
    ("at", "value", "line"),
    [
        (("select",), "", 2),
        (("select",), "poll", 4),
        (("select",), "tally", 2),
        (("severities", "casualty/*"), "", 7),
        (("paths", "opinion/*", "ignore"), "poll", 10),
        (("paths", "opinion/*", "severities"), "", 9),
        (("dismissed", 0), "", 12),
        (("dismissed", 1, "why"), "", 17),
        ((), "", 1),
        (("nowhere",), "", 1),
    ],
)
def test_keys_are_found_at_their_lines(at: tuple[str | int, ...], value: str, line: int) -> None:
    assert line_of(TEXT, at, value) == line
