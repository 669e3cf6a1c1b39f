"""A page of one article or many, and the command that writes it."""

from __future__ import annotations

import hashlib
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from belie.cli import app
from belie.model import Article, Report, Severity
from belie.output import Extent, Tally, write_reports
from belie.report.html import Page, stylesheet
from typer.testing import CliRunner, Result

Make = Callable[..., Any]

TOP = Path(__file__).parents[3]
WRONG = "The ferry inquiry opens on Friday, 9 May 2024, in Lisbon."
RIGHT = "The ferry inquiry opens on Thursday, 9 May 2024, in Lisbon."
END = '<div id="end"></div>\n</body>\n</html>\n'


def belie(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def seen(fact: Make, finding: Make) -> Callable[..., Report]:
    """Makes a report of an article of that name, with a finding of each severity given."""

    def seen(name: str, *severities: Severity, **more: Any) -> Report:
        article = Article("Nine people died.", id=name)
        named = fact(article, "Nine people died")
        found = [finding(one=named, severity=each, rule=f"toll/{each}") for each in severities]
        return Report(article, (named,), tuple(found), **more)

    return seen


def page_of(reports: list[Report], *, quiet: bool = False) -> str:
    stream = StringIO()
    write_reports(reports, Tally(), stream, "html", "findings", extent=Extent(quiet=quiet))
    return stream.getvalue()


def words(element: Any) -> list[str]:
    return element.text().split()


def test_a_page_runs_nothing_and_asks_for_nothing(seen: Make) -> None:
    written = page_of([seen("a", "caution")])
    style = re.search(r"<style>(.*?)</style>", written, re.DOTALL)
    assert style is not None
    digest = b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert (
        '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; '
        f"style-src &#39;sha256-{digest}&#39;; base-uri &#39;none&#39;; "
        'form-action &#39;none&#39;">'
    ) in written
    assert not re.search(r"<script|<link|<img|\sstyle=|\son\w+=|https?:|@import|url\(", written)
    assert style[1] == stylesheet()


def test_one_article_has_no_index(seen: Make, read: Make) -> None:
    written = page_of([seen("a.txt", "caution")])
    page = read(written.removeprefix("<!doctype html>"))
    assert page.all("title")[0].text() == "a.txt – what cannot both be"
    assert not page.all("nav", "index")
    assert page.all("header", "page")[0].all("p")[0].text() == "1 caution in 1 article"
    assert written.endswith(END)


def test_the_index_names_the_worst_first_and_counts_by_rule(seen: Make, read: Make) -> None:
    written = page_of(
        [
            seen("calm"),
            seen("odd", "caution", "caution", "caution"),
            seen("worse", "contradiction", omitted={"toll/contradiction": 2}),
            seen("bad", "contradiction", "discrepancy"),
        ]
    )
    page = read(written.removeprefix("<!doctype html>"))
    (index,) = page.all("nav", "index")
    rows = [row.all("th") + row.all("td") for row in index.all("tr")]
    assert [[cell.text() for cell in row] for row in rows] == [
        ["Rule", "Severity", "Findings"],
        ["toll/contradiction", "✕ contradiction", "4"],
        ["toll/discrepancy", "≠ discrepancy", "1"],
        ["toll/caution", "! caution", "3"],
    ]
    (listed,) = index.all("ol")
    assert [" ".join(words(each)) for each in listed.all("li")] == [
        "worse 3 contradictions",
        "bad 1 contradiction, 1 discrepancy",
        "odd 3 cautions",
    ]
    assert words(index.all("details")[0]) == ["Nothing", "flagged", "in", "1", "article", "calm"]
    articles = page.all("article")
    assert [each.all("h2")[0].text() for each in articles] == ["calm", "odd", "worse", "bad"]
    led = [each.attributes["href"] for each in listed.all("a")]
    assert led == [f"#{articles[at].attributes['id']}" for at in (2, 3, 1)]


def test_quiet_leaves_out_notes_and_articles_with_nothing_found(seen: Make) -> None:
    reports = [seen("calm", notes=("a note",)), seen("bad", "caution", notes=("a note",))]
    written = page_of(reports, quiet=True)
    assert written.count("<article") == 1
    assert "calm" not in written
    assert "a note" not in written


def test_a_fault_costs_the_article_that_it_is_in(
    seen: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    render = Page.render

    def broken(self: Page, report: Report, **more: Any) -> str:
        if report.article.id == "broken":
            raise LookupError("nothing there")
        return render(self, report, **more)

    monkeypatch.setattr(Page, "render", broken)
    written = page_of([seen("one", "caution"), seen("broken"), seen("two")])
    assert written.count("<article") == 2
    assert "1 caution in 3 articles; 1 failed" in written
    assert capsys.readouterr().err.startswith(
        "belie: broken: the report was not written: a fault of belie's own, LookupError: nothing"
    )


def test_a_page_that_is_broken_off_is_whole_and_says_so(seen: Make) -> None:
    def stopped() -> Any:
        yield seen("one", "caution")
        yield seen("two")
        raise KeyboardInterrupt

    stream = StringIO()
    with pytest.raises(KeyboardInterrupt):
        write_reports(stopped(), Tally(), stream, "html", "findings")
    written = stream.getvalue()
    assert "<strong>Not all articles are here:</strong> the run was stopped" in written
    assert written.count("<article") == 2
    assert written.endswith(END)
    assert "Not all articles" not in page_of([seen("one")])


def test_articles_stand_aside_and_not_in_memory(seen: Make) -> None:
    report = seen("a", "caution")
    with Page() as page:
        for _ in range(2_000):
            page.add(report, page.render(report))
        assert page._aside._rolled
        tally = Tally()
        size = sum(len(each) for each in page.pieces(tally, []))
    assert size > 1 << 20


def test_no_room_for_what_stands_aside_is_said(seen: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(StringIO):
        def write(self, _: str) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("belie.report.html.page.SpooledTemporaryFile", lambda *_, **__: Full())
    monkeypatch.setattr("belie.report.html.page.gettempdir", lambda: "aside")
    with pytest.raises(OSError, match="No space left on device in aside"):
        page_of([seen("a")])


def test_the_command_writes_a_page_and_the_same_one_again(tmp_path: Path) -> None:
    story, output = tmp_path / "story.txt", tmp_path / "report.html"
    story.write_text(WRONG)
    result = belie("check", story, "--format", "html", "--output", output)
    assert (result.exit_code, result.output) == (1, "")
    written = output.read_bytes()
    assert "falls on a Thursday" in written.decode()
    piped = belie("check", story, "--format", "html")
    assert (piped.exit_code, piped.stdout.encode()) == (1, written)


def test_the_guide_shows_a_command_that_writes_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = (TOP / "docs" / "batch.md").read_text(encoding="utf-8")
    shown = re.search(r"## As a page\n\n```console\n\$ belie (.*)\n```", guide)
    assert shown is not None
    shutil.copy(TOP / "examples" / "archive.jsonl", tmp_path / "wire.jsonl")
    monkeypatch.chdir(tmp_path)
    result = belie(*shown[1].split())
    assert (result.exit_code, result.output) == (1, "")
    assert (tmp_path / "report.html").read_text(encoding="utf-8").count("<article") == 3


def test_findings_alone_are_for_json(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(WRONG)
    result = belie("check", story, "--format", "html", "--findings")
    assert result.exit_code == 2
    assert result.stderr == (
        "belie: --findings is about JSON; add --format json or --format jsonl\n"
    )


def test_statistics_are_beside_a_page_and_not_in_it(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(RIGHT)
    result = belie("check", story, "--format", "html", "--statistics")
    assert result.stdout.endswith(END)
    assert result.stderr.startswith("articles  1\n")


def test_the_page_of_one_article_is_called_by_its_headline(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Avalanche near Zermatt\n\nAn avalanche killed five skiers on Sunday.")
    written = belie("check", story, "--format", "html").stdout
    assert "<title>Avalanche near Zermatt" in written


def test_other_copy_is_shown_by_name(tmp_path: Path) -> None:
    story, wire = tmp_path / "story.txt", tmp_path / "wire.txt"
    story.write_text("An avalanche near Zermatt killed five skiers on Sunday.")
    wire.write_text("Three skiers were killed by an avalanche near Zermatt on Sunday.")
    asked = ("--published", "2024-03-06", "--format", "html")
    written = belie("check", story, "--against", wire, *asked).stdout
    assert "<mark>Three skiers were killed</mark> by an avalanche near Zermatt" in written
    assert f"<cite>{wire}:1</cite>" in written


def test_the_kinds_of_a_house_are_on_the_page_with_their_titles(tmp_path: Path) -> None:
    house = tmp_path / "house"
    shutil.copytree(TOP / "examples" / "house", house)
    written = belie("check", house / "transfers.md", "--format", "html").stdout
    assert 'title="Which club a player goes to">transfer</span>' in written


def test_a_terminal_gets_no_page(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(WRONG)
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "belie", "check", str(story), "--format", "html"]
    done = subprocess.run(command, stdout=slave, stderr=subprocess.PIPE, text=True, check=False)
    os.close(slave)
    os.close(master)
    assert done.returncode == 2
    assert done.stderr == (
        "belie: --format html is a page for a browser, and no terminal shows it; "
        "add --output PATH\n"
    )


def heed_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_a_run_that_is_stopped_leaves_the_old_page_and_what_it_finished(tmp_path: Path) -> None:
    story, later, output = (tmp_path / name for name in ("a.txt", "b.txt", "report.html"))
    story.write_text(WRONG)
    os.mkfifo(later)
    output.write_text("old")
    command = [sys.executable, "-m", "belie", "check", story, later, "--format", "html"]
    with (
        subprocess.Popen(
            [*command, "--output", output],
            preexec_fn=heed_ctrl_c,  # noqa: PLW1509 - there are no threads
            stderr=subprocess.PIPE,
            text=True,
        ) as process,
        later.open("w"),  # waits for belie to open it too, which has then done the first
    ):
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
    partial = tmp_path / "report.html.partial"
    assert process.returncode == 130
    assert said == (
        f"belie: {output}: was not written to the end; what was finished is in {partial}\n"
    )
    assert output.read_text() == "old"
    written = partial.read_text()
    assert "<strong>Not all articles are here:</strong>" in written
    assert written.count("<article") == 1
    assert "falls on a Thursday" in written
    assert written.endswith(END)
