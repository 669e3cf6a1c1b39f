"""How often what each rule finds is worth being told, as editors have judged it.

An editor says so by dismissing a finding, and by nothing else: whatever was shown and is not
dismissed counts as standing, be it mended, left as it is, or not looked at yet.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from .baseline import plain_id, read_reports
from .dismissals import FILE, Dismissal, Dismissals, read_dismissals

__all__ = ["Judged", "Judgement", "judged", "render_judgement"]


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of the findings of a rule.

    Attributes:
        rule: its name.
        shown: how many different findings of it were shown.
        dismissed: how many of them an editor dismissed.
    """

    rule: str
    shown: int
    dismissed: int

    @property
    def stood(self) -> float:
        """The share of those shown that were not dismissed."""
        return 1 - self.dismissed / self.shown


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of the findings of earlier runs.

    Attributes:
        rules: each rule that found something, those of which the least stood first.
        unseen: how many findings were left out of all these reports, so that no rule is known.
    """

    rules: tuple[Judged, ...]
    unseen: int


def judged(paths: Sequence[Path]) -> Judgement:
    """What became of the findings in reports, as ``--format json`` or ``jsonl`` writes them.

    What several of them show is counted once. A dismissal counts after its last day, too.

    Raises:
        BaselineError: when a file cannot be read or is no such report.
        KnowledgeError: when a file of dismissals cannot be used.
    """
    dismissals = Dismissals(date.min)
    shown: dict[tuple[str | None, str], str] = {}
    dismissed: set[tuple[str | None, str]] = set()
    left_out: set[tuple[str | None, str]] = set()
    for path in paths:
        for report in read_reports(path):
            article = plain_id(report["article"]["id"])
            found = {(article, each["fingerprint"]): each["rule"] for each in report["findings"]}
            shown |= found
            left_out.update((article, each) for each in report.get("dismissed") or ())
            if found:
                begun = [each.fingerprint for each in _about(article, path, dismissals)]
                dismissed.update(key for key in found if key[1].startswith(tuple(begun)))
    return Judgement(tuple(_by_rule(shown, dismissed)), len(left_out - shown.keys()))


def _about(article: str | None, report: Path, dismissals: Dismissals) -> Iterator[Dismissal]:
    """The dismissals that may be of findings in an article.

    Where its id does not name its file, they are those in the working directory and beside the
    report, whatever copy they are about.
    """
    for file in (article, article and article.rpartition("#")[0]):
        if file and os.path.isfile(file):  # noqa: PTH113 - raises nothing
            yield from dismissals.about(file)
            return
    for folder in {Path(), report.parent}:
        yield from read_dismissals(folder / FILE)


def _by_rule(
    shown: dict[tuple[str | None, str], str], dismissed: set[tuple[str | None, str]]
) -> list[Judged]:
    taken = Counter(shown[key] for key in dismissed)
    rules = [Judged(rule, number, taken[rule]) for rule, number in Counter(shown.values()).items()]
    return sorted(rules, key=lambda each: (each.stood, each.rule))


def render_judgement(judgement: Judgement) -> str:
    """A line for each rule, with one for all of them, and one on what is not known."""
    rules = judgement.rules
    both = sum(each.shown for each in rules), sum(each.dismissed for each in rules)
    rows: list[tuple[Any, ...]] = [("rule", "shown", "dismissed", "stood")]
    rows += [
        (each.rule, f"{each.shown:,}", f"{each.dismissed:,}", f"{each.stood:.0%}")
        for each in (*rules, *([Judged("all", *both)] if len(rules) > 1 else []))
    ]
    width = max(len(row[0]) for row in rows)
    lines = ["{:{}}  {:>6}  {:>9}  {:>5}".format(row[0], width, *row[1:]) for row in rows]
    if not rules:
        lines = ["These reports show no finding."]
    if judgement.unseen:
        lines.append(f"Not counted: {judgement.unseen:,} that these reports had left out already.")
    return "".join(f"{line}\n" for line in lines)
