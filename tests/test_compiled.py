from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import pytest
from belie import compiled as module
from belie.compiled import compiled
from hypothesis import given
from hypothesis import strategies as st

PIECES = ["a", "[a-cä]", "[^b]", r"\d+", "(?P<town>Riga|Ulm)", "(b)?", "(?<!c)", "(?>a*)", "ß|[ſs]"]

expressions = st.lists(
    st.sampled_from(PIECES), min_size=1, max_size=5, unique_by=lambda piece: "town" in piece
).map("".join)
flags = st.sampled_from([0, re.IGNORECASE, re.IGNORECASE | re.MULTILINE])


@given(expressions, flags, st.text("abcäÄßRigaUlm12 \n", max_size=30))
def test_it_finds_what_re_finds(expression: str, flags: int, text: str) -> None:
    ours, theirs = compiled(expression, flags), re.compile(expression, flags)
    assert (ours.pattern, ours.flags) == (theirs.pattern, theirs.flags)
    assert (ours.groups, dict(ours.groupindex)) == (theirs.groups, dict(theirs.groupindex))
    found = [(each.span(), each.groupdict(), each.lastgroup) for each in ours.finditer(text)]
    assert found == [
        (each.span(), each.groupdict(), each.lastgroup) for each in theirs.finditer(text)
    ]


def test_a_faulty_expression_is_refused_as_re_refuses_it() -> None:
    with pytest.raises(re.error):
        compiled("(unclosed")


FIND = """
import json, sys
from re import _compiler
made = []
code = _compiler._code
_compiler._code = lambda *given: made.append(1) or code(*given)
from belie.compiled import compiled
made.clear()
found = compiled("(?P<town>Riga|Ulm) [a-zä]+").search("In Riga spät").groupdict()
print(json.dumps([found, len(made)]))
"""


def find(cache: Path, *, kept: bool = True) -> list[object]:
    """What a process finds, and how many expressions it compiled to find it."""
    options = [] if kept else ["-B"]
    said = subprocess.run(
        [sys.executable, *options, "-X", f"pycache_prefix={cache}", "-c", FIND],
        check=True, capture_output=True, text=True, env={},
    )  # fmt: skip
    return list(json.loads(said.stdout))


def the_file(cache: Path) -> Path:
    (found,) = cache.rglob("expressions.*.kept")
    return found


RIGA = {"town": "Riga"}


def test_what_one_process_compiled_no_other_compiles_again(tmp_path: Path) -> None:
    assert find(tmp_path) == [RIGA, 1]
    assert find(tmp_path) == [RIGA, 0]


def test_nothing_is_kept_where_no_bytecode_is_to_be_written(tmp_path: Path) -> None:
    assert find(tmp_path, kept=False) == [RIGA, 1]
    assert list(tmp_path.rglob("*.kept")) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: raw[: len(raw) // 2],
        lambda _: b"",
        lambda raw: raw[:-1] + bytes([raw[-1] ^ 1]),
        lambda raw: bytes([MAGIC_NUMBER[0] ^ 1]) + raw[1:],
    ],
    ids=["cut short", "empty", "a bit changed", "of another Python"],
)
def test_what_is_damaged_is_compiled_again(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    find(tmp_path)
    the_file(tmp_path).write_bytes(damage(the_file(tmp_path).read_bytes()))
    assert find(tmp_path) == [RIGA, 1]
    assert find(tmp_path) == [RIGA, 0]


def test_a_python_that_compiles_otherwise_is_asked_as_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_program", lambda *_: module._compiler.what_it_was_called)
    monkeypatch.setattr(module, "_kept", dict)
    assert compiled("Ulm|Ulms").fullmatch("Ulms") is not None
