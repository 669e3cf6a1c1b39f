"""What reads copy about which statements are given on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from ..entries import Submission
from ..in_force import InForce
from ..sources import STANDARD_INPUT, read_articles, read_statements
from .application import fail
from .house import first_place

if TYPE_CHECKING:
    from ..statements.reader import StatedReader

__all__ = ["stated_reader"]


def stated_reader(
    files: Sequence[str],
    statements: Sequence[str],
    reader: str | None,
    input_name: str | None,
    in_force: InForce,
) -> StatedReader | None:
    """What reads the articles with the statements that are given about them, if any."""
    if not statements or reader == "belie":
        if reader in ("both", "none"):
            fail(f"--reader {reader} needs --statements")
        return None
    from ..statements.gathered import Gathered
    from ..statements.reader import StatedReader

    rows = Gathered(row for name in statements for row in read_statements(name))
    if not rows.names_all():
        rows.name_others(_only_article(files, input_name))
    kinds = in_force.kinds(first_place(files, input_name) or ".")
    return StatedReader(rows, beside=reader != "none", kinds=kinds)


def _only_article(files: Sequence[str], input_name: str | None) -> str:
    """The id of the one article of ``files``, which statements that name none are about."""
    if list(files) == [STANDARD_INPUT]:
        return input_name or STANDARD_INPUT
    found = [each for each in islice(read_articles(files), 2) if isinstance(each, Submission)]
    if len(found) != 1:
        fail("the statements name no article; where several are checked, each needs its 'article'")
    return str(found[0].article.id)
