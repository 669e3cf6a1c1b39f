from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import MappingProxyType

import pytest
from belie.kept import Store
from belie.kinds import load_kinds
from belie.lazy import LazyPattern
from belie.rulebook.rule import load_rules

HOME = "home"

pytestmark = pytest.mark.xdist_group("kept")  # one worker makes what these tests look at, once


@pytest.fixture(autouse=True)
def _python_keeps_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


def store(folder: Path) -> Store:
    """One that a new process would have: it looks at the sources anew."""
    home, facts = folder / HOME, folder / "facts"
    home.mkdir(exist_ok=True)
    facts.mkdir(exist_ok=True)
    return Store(home, [home, facts])


def refused() -> object:
    raise AssertionError("it is kept, and need not be made")


def test_what_was_made_is_given_again(tmp_path: Path) -> None:
    assert store(tmp_path).kept("towns", lambda: {"Riga": 605_802}) == {"Riga": 605_802}
    assert store(tmp_path).kept("towns", refused) == {"Riga": 605_802}


def test_it_is_kept_beside_the_bytecode(tmp_path: Path) -> None:
    store(tmp_path).kept("towns", list)
    tag = sys.implementation.cache_tag
    assert [path.name for path in (tmp_path / HOME / "__pycache__").iterdir()] == [
        f"towns.{tag}.kept"
    ]


def test_it_is_kept_where_python_is_told_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "elsewhere"))
    store(tmp_path).kept("towns", list)
    assert not (tmp_path / HOME / "__pycache__").exists()
    assert store(tmp_path).path("towns").is_relative_to(tmp_path / "elsewhere")
    assert store(tmp_path).path("towns").is_file()


def grow(path: Path) -> None:
    path.write_text(path.read_text() + "more")


def touch_later(path: Path) -> None:
    later = path.stat().st_mtime_ns + 1
    os.utime(path, ns=(later, later))


@pytest.mark.parametrize("change", [grow, touch_later, Path.unlink])
@pytest.mark.parametrize("source", ["facts/words/verbs.yaml", f"{HOME}/reading/reader.py"])
def test_it_is_made_anew_when_a_source_has_changed(
    tmp_path: Path, change: Callable[[Path], None], source: str
) -> None:
    path = tmp_path / source
    path.parent.mkdir(parents=True)
    path.write_text("take: took")
    store(tmp_path).kept("verbs", lambda: "first")
    assert store(tmp_path).kept("verbs", refused) == "first"
    change(path)
    assert store(tmp_path).kept("verbs", lambda: "second") == "second"
    assert store(tmp_path).kept("verbs", refused) == "second"


def test_a_new_source_makes_it_anew(tmp_path: Path) -> None:
    store(tmp_path).kept("verbs", lambda: "first")
    (tmp_path / "facts" / "new.tsv").touch()
    assert store(tmp_path).kept("verbs", lambda: "second") == "second"


def test_bytecode_is_no_source(tmp_path: Path) -> None:
    store(tmp_path).kept("verbs", lambda: "first")
    (tmp_path / HOME / "__pycache__" / "code.cpython-399.pyc").touch()
    assert store(tmp_path).kept("verbs", refused) == "first"


def flip_last(raw: bytes) -> bytes:
    return raw[:-2] + bytes([raw[-2] ^ 1]) + raw[-1:]


def of_another_python(raw: bytes) -> bytes:
    assert raw.startswith(MAGIC_NUMBER)
    return bytes([raw[0] ^ 1]) + raw[1:]


def cut_short(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


@pytest.mark.parametrize("damage", [flip_last, of_another_python, cut_short, lambda _: b""])
def test_what_is_damaged_is_made_anew(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    store(tmp_path).kept("names", lambda: ["Anna", "Boris"])
    path = store(tmp_path).path("names")
    path.write_bytes(damage(path.read_bytes()))
    assert store(tmp_path).kept("names", lambda: ["Carla"]) == ["Carla"]
    assert store(tmp_path).kept("names", refused) == ["Carla"]


def test_nothing_is_written_where_bytecode_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert store(tmp_path).kept("names", lambda: "made") == "made"
    assert not store(tmp_path).path("names").parent.exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    store(tmp_path).kept("names", lambda: "made")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert store(tmp_path).kept("names", refused) == "made"  # what is there is used


def test_a_folder_that_cannot_be_written_is_no_matter(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / HOME).mkdir()
    (tmp_path / HOME / "__pycache__").write_text("in the way, even of a superuser")
    assert store(tmp_path).kept("names", lambda: "made") == "made"
    assert capfd.readouterr() == ("", "")


def test_where_python_keeps_no_bytecode_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert store(tmp_path).kept("names", lambda: "made") == "made"


def test_what_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        store(tmp_path).kept("names", lambda: 1 // 0)
    assert not store(tmp_path).path("names").exists()


def test_what_cannot_be_pickled_is_made_each_time(tmp_path: Path) -> None:
    assert store(tmp_path).kept("length", lambda: lambda: 3)() == 3
    assert store(tmp_path).kept("length", lambda: lambda: 4)() == 4
    assert [*(tmp_path / HOME).rglob("length*")] == []


def test_an_expression_comes_back_uncompiled_and_finds_the_same(tmp_path: Path) -> None:
    store(tmp_path).kept("towns", lambda: re.compile("riga|oslo", re.IGNORECASE))
    found = store(tmp_path).kept("towns", lambda: re.compile("none"))
    assert isinstance(found, LazyPattern)
    text = "From Riga to OSLO"
    assert [match.group() for match in found.finditer(text)] == ["Riga", "OSLO"]
    assert found.search(text, 6) is not None
    assert found.match(text) is None
    assert found.fullmatch("oslo") is not None
    assert found.sub("there", text) == "From there to there"
    assert found.findall(text) == ["Riga", "OSLO"]
    assert found.split("a riga b") == ["a ", " b"]


def test_an_expression_can_be_kept_once_it_was_used(tmp_path: Path) -> None:
    used = LazyPattern(lambda: "r.ga", re.IGNORECASE)
    assert used.search("RIGA")
    store(tmp_path).kept("towns", lambda: used)
    found = store(tmp_path).kept("towns", lambda: LazyPattern("none"))
    assert found.pattern == "r.ga"
    assert found.search("RIGA")


class Counter:
    def __init__(self) -> None:
        self.asked: list[str] = []
        self.length = lru_cache(maxsize=8)(self._length)

    def _length(self, word: str) -> int:
        self.asked.append(word)
        return len(word)


def test_a_method_goes_on_remembering(tmp_path: Path) -> None:
    store(tmp_path).kept("counter", Counter)
    counter = store(tmp_path).kept("counter", Counter)
    assert (counter.length("Riga"), counter.length("Riga")) == (4, 4)
    assert counter.asked == ["Riga"]
    assert counter.length.cache_parameters() == {"maxsize": 8, "typed": False}


class Ring:
    """Its parts know it, as a method that is kept knows its object."""

    def __init__(self) -> None:
        self.towns = ["Riga"]
        self.first = self.towns.__getitem__
        self.own = self


def test_what_knows_itself_comes_back_so(tmp_path: Path) -> None:
    store(tmp_path).kept("ring", Ring)
    ring = store(tmp_path).kept("ring", Ring)
    assert ring.own is ring
    ring.towns[0] = "Oslo"
    assert ring.first(0) == "Oslo"


@dataclass(frozen=True, slots=True)
class Town:
    name: str
    within: Town | None = None
    known: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    towns: tuple[Town, ...]


def test_frozen_data_comes_back_the_same(tmp_path: Path) -> None:
    road = Road(towns=(Town("Riga", Town("Latvia"), 3), Town("Oslo")))
    store(tmp_path).kept("road", lambda: road)
    assert store(tmp_path).kept("road", lambda: Road(towns=())) == road


def test_a_mapping_that_only_shows_stays_one(tmp_path: Path) -> None:
    store(tmp_path).kept("shown", lambda: MappingProxyType({"a": 1}))
    found = store(tmp_path).kept("shown", lambda: MappingProxyType({"b": 2}))
    assert isinstance(found, MappingProxyType)
    assert found == {"a": 1}


def test_what_is_known_is_not_kept_with_it(tmp_path: Path) -> None:
    latvia, again = Town("Latvia"), Town("Latvia")
    store(tmp_path).kept("road", lambda: [latvia, "Riga"], {"LV": latvia})
    found = store(tmp_path).kept("road", lambda: [latvia], {"LV": again})
    assert found == [again, "Riga"]
    assert found[0] is again


PROGRAM = """
import sys
from pathlib import Path
from belie.kept import Store
home = Path(sys.argv[1])
print(Store(home, [home]).kept("numbers", lambda: list(range(300_000)))[-1])
"""


def test_several_processes_may_keep_it_at_once(tmp_path: Path) -> None:
    (tmp_path / "code.py").touch()
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(tmp_path)],
            stdout=subprocess.PIPE,
            env=environment(tmp_path / "bytecode"),
        )
        for _ in range(4)
    ]
    assert [process.communicate()[0] for process in processes] == [b"299999\n"] * 4
    kept = [path for path in (tmp_path / "bytecode").rglob("*") if "numbers" in path.name]
    assert [path.suffix for path in kept] == [".kept"]


def environment(bytecode: Path) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**own, "PYTHONPYCACHEPREFIX": str(bytecode)}


def belie(command: str, files: Iterable[Path], bytecode: Path, *options: str) -> tuple[str, str]:
    """What a command writes, and what goes to standard error."""
    done = subprocess.run(
        [sys.executable, *options, "-m", "belie", command, "--format", "jsonl", *map(str, files)],
        capture_output=True,
        check=False,
        env=environment(bytecode),
        encoding="utf-8",
    )
    assert done.returncode in (0, 1)
    return done.stdout, done.stderr


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some of the copy of every rule's examples, as one article a rule, and of every kind's."""
    examples = [[test.text for test in rule.tests[:3]] for rule in load_rules()]
    for kind in load_kinds().values():
        tests = [*kind.tests, *(test for phrase in kind.phrases for test in phrase.tests)]
        examples.append([said for test in tests[::3] for said in test if said != "none"])
    examples.append(
        ["He had three children: Ada and the painter Tom, with his first wife, and Max."]
    )
    lines = [
        json.dumps({"text": "\n\n".join(texts), "published": "2025-05-09"})
        for texts in examples
        if texts
    ]
    path = tmp_path_factory.mktemp("articles") / "examples.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def bytecode(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all that there is to keep is kept."""
    return tmp_path_factory.mktemp("bytecode")


@pytest.fixture(scope="module")
def making(articles: Path, bytecode: Path) -> str:
    """The facts of all articles, written while what that takes is made and kept."""
    facts, _ = belie("extract", [articles], bytecode)
    belie("check", [articles], bytecode)
    return facts


def test_what_is_kept_reads_as_what_is_made(
    tmp_path: Path, articles: Path, bytecode: Path, making: str
) -> None:
    made, _ = belie("extract", [articles], tmp_path / "none", "-B")
    assert not (tmp_path / "none").exists()
    kept, _ = belie("extract", [articles], bytecode)
    assert made.count('"kind"') > 1_000
    assert making == made
    assert kept == made


@pytest.mark.usefixtures("making")
@pytest.mark.parametrize("command", ["extract", "check"])
def test_what_is_kept_is_all_that_is_loaded(command: str, tmp_path: Path, bytecode: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Rebels took the town on Friday. Officials said 12 people were killed.")
    _, said = belie(command, [story], bytecode, "-X", "importtime")
    imported = {line.rpartition("|")[2].strip() for line in said.splitlines()}
    assert "belie.reading.reader" in imported
    packages = {"pydantic", "yaml", "pint", "dateparser", "duckdb", "sqlglot", "pyspark"}
    assert imported.isdisjoint(packages)
    if command == "extract":
        assert imported.isdisjoint({"belie.rulebook", "belie.matching", "durable"})


@pytest.mark.usefixtures("making")
def test_few_things_are_kept(bytecode: Path) -> None:
    kept = {path.name.partition(".")[0] for path in bytecode.rglob("*.kept")}
    assert {name for name in kept if not name.startswith("words-")} == {
        "abbreviations", "calendar", "deed-words", "event-words", "expressions", "gazetteer",
        "happening-words", "kinds", "layout", "numbers", "reader", "reckoning-words", "rules",
        "tense", "universal-words", "verbs",
    }  # fmt: skip
