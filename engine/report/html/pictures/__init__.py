"""Pictures of findings, where there is something that people would rather see than read.

Which one it is follows from what the rule sets beside each other, and from nothing that a finding
is about: parts and their whole, figures on several days, figures that compete, and times. A finding
without such data has none.
"""

from __future__ import annotations

from collections.abc import Mapping

from ....kinds import Kind
from ....model import Finding, Report
from .drawing import Picture
from .number_line import number_line
from .over_days import over_days
from .parts import parts_of_whole
from .timeline import timeline

__all__ = ["Picture", "picture_of"]


def picture_of(finding: Finding, report: Report, kinds: Mapping[str, Kind]) -> Picture | None:
    """The picture of ``finding``; none where there is nothing to see.

    Args:
        finding: one of ``report``.
        report: whose other facts may stand beside those of the finding.
        kinds: of the facts, by name; what is of another kind is drawn as far as it goes.
    """
    return (
        parts_of_whole(finding, kinds)
        or over_days(finding, report, kinds)
        or number_line(finding, kinds)
        or timeline(finding, kinds)
    )
