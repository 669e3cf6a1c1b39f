"""Where reports go: nothing that is read is written over, and nothing finished is lost."""

from __future__ import annotations

import json
import os
import resource
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from belie.cli import app
from belie.model import Article, Report
from belie.output import Format, Tally, misplaced, open_output, write_reports
from belie.stopping import heed_stops
from typer.testing import CliRunner

WRONG = "The ferry inquiry opens on Friday, 9 May 2024, in Lisbon."
RIGHT = "The ferry inquiry opens on Thursday, 9 May 2024, in Lisbon."
FULL = "No space left on device"


def command(
    *arguments: str | Path, before: Callable[[], None] | None = None, **given: object
) -> subprocess.CompletedProcess[bytes]:
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **given}
    return subprocess.run(
        [sys.executable, "-m", "belie", *map(str, arguments)],
        check=False,
        preexec_fn=before,
        env=buffered(),
        **streams,
    )


def buffered() -> dict[str, str]:
    """The environment without what has Python drop the rest of what a full disk takes part of."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


def check(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["check", *map(str, arguments)])
    return result.exit_code, result.stderr


def wire(folder: Path, articles: int) -> Path:
    path = folder / "wire.jsonl"
    path.write_text(f"{json.dumps({'text': WRONG})}\n" * articles)
    return path


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(WRONG)
    return path


def test_what_is_read_is_not_written_over(story: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(story)
    other = tmp_path / "other.txt"
    other.hardlink_to(story)
    for arguments in (
        [story, "--output", story],
        [story, "--output", link],
        [story, "--output", other],
        [tmp_path / "missing.txt", story, "--output", story],
        ["-", "--against", story, "--output", story],
    ):
        assert check(*arguments) == (2, f"belie: {arguments[-1]}: is read too; write elsewhere\n")
    assert story.read_text() == WRONG


@pytest.mark.parametrize("name", ["report.txt", "deep/report.sarif"])
def test_nothing_is_written_inside_a_folder_that_is_checked(tmp_path: Path, name: str) -> None:
    checked = tmp_path / "checked"
    (checked / "deep").mkdir(parents=True)
    (checked / "story.txt").write_text(WRONG)
    link = tmp_path / "link"
    link.symlink_to(checked)
    for given, output in (
        (checked, checked / name),
        (link, checked / name),
        (checked, link / name),
    ):
        said = f"belie: {output}: is inside {given}, which is read; write elsewhere\n"
        assert check(given, "--output", output) == (2, said)
        assert not output.exists()
    beside = tmp_path / "checked-report.txt"
    assert check(checked, "--output", beside) == (1, "")
    assert beside.exists()


def test_standard_input_is_not_written_over(story: Path) -> None:
    with story.open("rb") as file:
        done = command("check", "-", "--output", story, stdin=file)
    assert (done.returncode, story.read_text()) == (2, WRONG)
    assert done.stderr.decode() == f"belie: {story}: is read too; write elsewhere\n"


def test_extract_is_held_to_it_too(story: Path) -> None:
    result = CliRunner().invoke(app, ["extract", str(story), "--output", str(story)])
    assert (result.exit_code, story.read_text()) == (2, WRONG)


def test_devices_are_never_misplaced() -> None:
    assert misplaced(Path("/dev/null"), ["-", "/dev/null"]) is None


def test_a_file_is_there_when_it_is_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    with open_output(link) as stream:
        stream.write("new\udce9\n")
        stream.flush()
        assert target.read_text() == "old"
    assert target.read_text() == "new\\udce9\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert {each.name for each in tmp_path.iterdir()} == {"report.txt", "link.txt"}


def test_what_was_finished_is_kept_beside_the_old_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "report.txt"
    target.write_text("old")
    with pytest.raises(KeyboardInterrupt), open_output(target) as stream:  # noqa: PT012
        stream.write("begun\n")
        raise KeyboardInterrupt
    assert target.read_text() == "old"
    assert (tmp_path / "report.txt.partial").read_text() == "begun\n"
    assert capsys.readouterr().err == (
        f"belie: {target}: was not written to the end; what was finished is in {target}.partial\n"
    )
    with pytest.raises(KeyboardInterrupt), open_output(tmp_path / "other.txt"):
        raise KeyboardInterrupt
    assert {each.name for each in tmp_path.iterdir()} == {"report.txt", "report.txt.partial"}


def test_a_folder_is_no_file(story: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    problem = f"belie: {tmp_path}/out: cannot be written: Is a directory\n"
    assert check(story, "--output", tmp_path / "out") == (2, problem)


def reports(ends: BaseException | None = None, *texts: str) -> Iterator[Report]:
    for number, text in enumerate(texts, start=1):
        yield Report(Article(text, id=f"a{number}"), ())
    if ends is not None:
        raise ends


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_an_array_is_closed_when_it_is_broken_off(count: int) -> None:
    stream = StringIO()
    with pytest.raises(KeyboardInterrupt):
        write_reports(
            reports(KeyboardInterrupt(), *["x"] * count), Tally(), stream, "json", "findings"
        )
    ids = [each["article"]["id"] for each in json.loads(stream.getvalue())]
    assert ids == ["a1", "a2", "a3"][:count]


class Stopped(StringIO):
    """A stream in whose second piece Ctrl-C comes, before it is written and noted."""

    pieces = 0

    def write(self, piece: str) -> int:
        self.pieces += 1
        if self.pieces == 2:
            signal.raise_signal(signal.SIGINT)
        return super().write(piece)


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif"])
def test_ctrl_c_in_the_midst_of_a_piece_leaves_it_whole(form: Format) -> None:
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    heed_ctrl_c()
    heed_stops()
    stream = Stopped()
    try:
        with pytest.raises(KeyboardInterrupt):
            write_reports(reports(None, "x", "y", "z"), Tally(), stream, form, "findings")
    finally:
        signal.signal(signal.SIGINT, before[0])
        signal.signal(signal.SIGTERM, before[1])
    text = stream.getvalue()
    parts = text.splitlines() if form == "jsonl" else [text]
    assert all(json.loads(each) for each in parts)
    assert len(parts) == (2 if form == "jsonl" else 1)


def test_an_array_is_written_as_its_articles_are_checked() -> None:
    stream = StringIO()
    seen = []

    def watched() -> Iterator[Report]:
        for report in reports(None, "x", "y", "z"):
            seen.append(stream.getvalue().count('"schema"'))
            yield report

    write_reports(watched(), Tally(), stream, "json", "findings")
    assert seen == [0, 0, 2]
    assert len(json.loads(stream.getvalue())) == 3


def heed_ctrl_c() -> None:
    """As where it is not ignored, which a program in the background takes over."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["Ctrl-C", "SIGTERM"]
)
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_run_that_is_stopped_leaves_what_it_finished(
    tmp_path: Path, form: str, number: int, code: int
) -> None:
    output = tmp_path / "report"
    output.write_text("old")
    given = ["--format", form, "--output", output]
    with subprocess.Popen(
        [sys.executable, "-m", "belie", "check", wire(tmp_path, 20_000), *given],
        preexec_fn=heed_ctrl_c,  # noqa: PLW1509 - there are no threads
        stderr=subprocess.PIPE,
    ) as process:
        until = time.monotonic() + 60
        while not any(each.stat().st_size for each in tmp_path.glob(".belie-*")):
            assert time.monotonic() < until
            time.sleep(0.05)
        process.send_signal(number)
        said = process.stderr.read().decode()
    partial = output.with_name("report.partial")
    assert process.returncode == code
    assert said == (
        f"belie: {output}: was not written to the end; what was finished is in {partial}\n"
    )
    assert output.read_text() == "old"
    text = partial.read_text()
    finished = json.loads(text) if form == "json" else list(map(json.loads, text.splitlines()))
    assert finished
    assert all(len(each["findings"]) == 1 for each in finished)


def limited() -> None:
    """A disk that takes no file larger than 64 KB."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))


@pytest.mark.parametrize("form", ["jsonl", "json"])
@pytest.mark.parametrize("how", ["--output", "redirected"])
def test_where_a_disk_is_full_what_was_written_is_whole(
    tmp_path: Path, form: str, how: str
) -> None:
    target = tmp_path / "report"
    target.write_text("old")
    arguments = ["check", wire(tmp_path, 300), "--format", form]
    if how == "redirected":
        with target.open("wb") as file:
            done = command(*arguments, stdout=file, before=limited)
        assert done.stderr == b"belie: standard output cannot be written: File too large\n"
        written = target.read_text()
    else:
        done = command(*arguments, "--output", target, before=limited)
        assert done.stderr.decode() == (
            f"belie: {target}: was not written to the end; what was finished is in {target}"
            f".partial\nbelie: {target}: cannot be written: File too large\n"
        )
        assert target.read_text() == "old"
        written = (tmp_path / "report.partial").read_text()
    assert done.returncode == 2
    whole = json.loads(f"{written}]") if form == "json" else written.splitlines()
    assert len(whole) > 9
    assert form == "json" or json.loads(whole[-1])


@pytest.mark.parametrize("arguments", [[], ["--format", "json"]])
def test_a_device_that_is_full_is_one_line(story: Path, arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = command("check", story, *arguments, stdout=full)
    assert (done.returncode, done.stderr.decode()) == (
        2,
        f"belie: standard output cannot be written: {FULL}\n",
    )
    done = command("check", story, *arguments, "--output", "/dev/full")
    assert (done.returncode, done.stderr.decode()) == (
        2,
        f"belie: /dev/full: cannot be written: {FULL}\n",
    )


@pytest.mark.parametrize("name", ["rules", "kinds", "extract", "why"])
def test_every_command_says_that_standard_output_is_full(story: Path, name: str) -> None:
    given = {"extract": [story], "why": ["calendar/weekday", story]}.get(name, [])
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = command(name, *given, stdout=full)
    assert (done.returncode, done.stderr.decode()) == (
        2,
        f"belie: standard output cannot be written: {FULL}\n",
    )


@pytest.mark.parametrize(("form", "text"), [("text", WRONG), ("json", RIGHT), ("jsonl", RIGHT)])
def test_a_reader_who_has_read_enough_is_neither_a_finding_nor_an_error(
    tmp_path: Path, form: str, text: str
) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(f"{json.dumps({'text': text})}\n" * 3)
    source, sink = os.pipe()
    os.close(source)
    done = command("check", path, "--format", form, stdout=sink)
    os.close(sink)
    assert (done.returncode, done.stderr) == (141, b"")


def test_standard_files_that_are_closed_are_said(story: Path, tmp_path: Path) -> None:
    done = command("check", story, before=lambda: os.close(1))
    assert (done.returncode, done.stderr) == (
        2,
        b"belie: standard output cannot be written: it is closed\n",
    )
    done = command("check", "-", before=lambda: os.close(0))
    assert done.returncode == 2
    assert done.stderr == b"belie: -: cannot be read: standard input is closed\n"
    assert command("check", story, before=lambda: os.close(2)).returncode == 1
    report = tmp_path / "report.txt"
    done = command("check", story, "--output", report, before=lambda: os.closerange(0, 3))
    assert done.returncode == 1
    assert report.read_bytes() == command("check", story).stdout


def test_where_no_process_or_file_is_to_be_had_another_engine_matches(story: Path) -> None:
    def few() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (8, 8))

    done = command("check", story, before=few)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout == command("check", story).stdout
    done = command("check", story, "--engine", "durable", before=few)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"belie: the process of the durable engine cannot be started: ")
    assert done.stderr.count(b"\n") == 1


def test_how_long_matching_may_take_is_an_option(story: Path) -> None:
    for given in ("30", "1e30", "inf"):
        assert check(story, "--timeout", given) == (1, "")
    code, said = check(story, "--timeout", "0")
    assert code == 2
    assert "'--timeout'" in said
