"""How the words of the copy are shown."""

import pytest
from belie.report.quoting import shown


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("two\r\n\tlines\u2028and\u00a0more ", "two lines and more"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\x00", "�"),
        ("\ud800", "�"),
        ("naïve — “quoted” 東京", "naïve — “quoted” 東京"),
    ],
)
def test_shown_is_one_line_that_can_be_printed(text: str, visible: str) -> None:
    assert shown(text) == visible
