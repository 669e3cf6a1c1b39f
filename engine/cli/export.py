"""The command that makes a review of a finding: claim-review."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .application import Command, app, day_of, examples, fail

__all__ = ["claim_review"]


@app.command(
    "claim-review",
    cls=Command,
    epilog=examples(
        "belie check story.md --format json --output report.json",
        "belie claim-review report.json --finding 8f3a1c0b --url https://desk.example/check/1 "
        "--author 'The Desk' --says 'The hospital counted seven; the headline is wrong.'",
    ),
)
def claim_review(  # noqa: PLR0913 - one parameter an option
    report: Annotated[
        Path, typer.Argument(metavar="REPORT", help="What belie check --format json wrote.")
    ],
    *,
    finding: Annotated[
        str,
        typer.Option(metavar="FINGERPRINT", help="Of the finding, or its first 8 digits."),
    ],
    url: Annotated[str, typer.Option(metavar="URL", help="Where the review is published.")],
    author: Annotated[str, typer.Option(metavar="NAME", help="Who publishes it.")],
    says: Annotated[
        str, typer.Option(metavar="TEXT", help="What it comes to, in the editor's own words.")
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="On what day it is published.")
    ] = None,
    claim: Annotated[
        str | None,
        typer.Option(
            metavar="ROLE",
            help="Which statement of the finding is reviewed, as 'facts' of it has it; the first "
            "of the article if not said.",
        ),
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="The claim as a sentence; the words of the passage if not said."
        ),
    ] = None,
    article: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Of which article, where several have such a finding."),
    ] = None,
    article_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Where the article is published.")
    ] = None,
) -> None:
    """Write a finding that an editor has confirmed as a ClaimReview of schema.org.

    belie does not say what is true: the rating is what the statement is contradicted by, without
    a number, and the verdict is what --says says. What is written can stand in a script of a page.
    """
    from ..baseline import BaselineError, read_reports
    from ..report.claim_review import Review, ReviewError
    from ..report.claim_review import claim_review as review_of
    from ..report.json import json_value

    if not says.strip():
        fail("--says is empty; say what the review comes to")
    for option, address in (("--url", url), ("--article-url", article_url)):
        if address is not None and not address.startswith(("https://", "http://")):
            fail(f"{option} is no address of a page, but {address!r}; it begins with https://")
    review = Review(
        url, author, says.strip(), day_of("--published", published), claim, words, article,
        article_url,
    )  # fmt: skip
    try:
        made = review_of(read_reports(report), finding, review)
    except (BaselineError, ReviewError) as failure:
        fail(str(failure))
    typer.echo(json_value(made).replace("<", "\\u003c"))
