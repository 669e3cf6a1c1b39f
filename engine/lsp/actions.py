"""What an editor offers to do about a finding: to dismiss it, and to show its rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lsprotocol import types

from ..dismissals import add_dismissal
from ..model import Finding
from ..report.quoting import shown
from .checking import Checked
from .diagnostics import diagnostics_of
from .places import Places

__all__ = ["DISMISS", "RULE", "actions_at", "dismiss"]

DISMISS, RULE = "belie.dismiss", "belie.rule"
"""The commands: each is given the document, and the finding's fingerprint or the rule's name."""

_WHY = "dismissed in the editor"


def actions_at(
    where: types.Range, checked: Checked, places: Places, only: Sequence[str] | None = None
) -> Iterator[types.CodeAction]:
    """What can be done about the findings that have a passage in a range of the document.

    Args:
        where: the range; the place of the cursor is one without length.
        checked: what came of the check.
        places: where things stand in it.
        only: the kinds of action that are asked for; all when ``None``.
    """
    report, kind = checked.report, types.CodeActionKind.QuickFix
    if report is None or (only is not None and kind not in only):
        return
    shown_as = {each.data: each for each in diagnostics_of(checked, places) if each.data}
    for finding in report.findings:
        passages = [places.location(fact) for fact in finding.named]
        own = [each.range for each in passages if each.uri == checked.draft.uri]
        if not any(_overlap(where, each) for each in own):
            continue
        diagnostic = [shown_as[finding.fingerprint]]
        for title, command, about in _offered(finding, checked):
            yield types.CodeAction(
                title=title,
                kind=kind,
                diagnostics=diagnostic,
                command=types.Command(title, command, arguments=[checked.draft.uri, about]),
            )


def _offered(finding: Finding, checked: Checked) -> Iterator[tuple[str, str, str]]:
    """By title the commands, each with what it is about."""
    if checked.draft.path is not None:
        yield f"Dismiss: {shown(finding.message)}", DISMISS, finding.fingerprint
    yield f"Show the rule {finding.rule}", RULE, finding.rule


def _overlap(one: types.Range, other: types.Range) -> bool:
    first, second = (
        ((each.start.line, each.start.character), (each.end.line, each.end.character))
        for each in (one, other)
    )
    return first[0] <= second[1] and second[0] <= first[1]


def dismiss(fingerprint: str, path: str) -> Path:
    """Notes beside the copy at ``path`` that a finding is not to be told, as the command does.

    Raises:
        KnowledgeError: when the file of dismissals cannot be read.
        ValueError: when it is dismissed already, or there is no such fingerprint.
        OSError: when the file cannot be written.
    """
    return add_dismissal(fingerprint, _WHY, None, Path(path))
