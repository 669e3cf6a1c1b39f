"""A finding that an editor has confirmed, as a ``ClaimReview`` of schema.org.

https://schema.org/ClaimReview. belie does not know what is true, and so the rating says only what
a claim is contradicted by, and has no number; what follows from that the editor says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..errors import SHORTEST_FINGERPRINT, BelieError

__all__ = ["Review", "ReviewError", "claim_review"]

_RATINGS = {"contradiction": "Contradicted", "discrepancy": "At odds"}
"""How the rating begins. A caution contradicts nothing."""
_BESIDE = {"contradiction": "by", "discrepancy": "with"}

Data = Mapping[str, Any]
"""Plain data as ``--format json`` has it."""


class ReviewError(BelieError, ValueError):
    """A finding of which no review can be made as it was asked for."""


@dataclass(frozen=True, slots=True)
class Review:
    """What the editor says.

    Attributes:
        url: where the review is published.
        author: the organisation that publishes it.
        says: what it comes to, in the editor's own words.
        published: on what day.
        claim: the role, in the rule, of the statement that is reviewed; the first of the article
            if not said.
        words: the claim as a sentence; the words of the passage if not said.
        article: the id of the article whose finding it is, where several have it.
        appearance: where the article is published.
    """

    url: str
    author: str
    says: str
    published: date | None = None
    claim: str | None = None
    words: str | None = None
    article: str | None = None
    appearance: str | None = None


def claim_review(reports: Iterable[Data], fingerprint: str, review: Review) -> dict[str, Any]:
    """The review of one statement of a finding.

    Args:
        reports: as ``--format json`` writes them, among them the one with the finding.
        fingerprint: of the finding, or its first eight digits or more.
        review: what the editor says.

    Raises:
        ReviewError: when there is no such finding, or several, or no such statement in it, or it
            is a caution.
    """
    report, finding = _found(reports, fingerprint, review.article)
    if finding["severity"] not in _RATINGS:
        raise ReviewError(f"{finding['rule']} asks an editor to look, and contradicts nothing")
    facts = {fact["id"]: fact for fact in report["facts"]}
    stated = {role: facts[name] for role, name in finding["facts"].items()}
    role = _reviewed(stated, report, review.claim)
    claim = stated.pop(role)
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": review.url,
        **({"datePublished": f"{review.published}"} if review.published else {}),
        "author": {"@type": "Organization", "name": review.author},
        "claimReviewed": review.words or claim["text"],
        "itemReviewed": {"@type": "Claim", **_appearance(claim, report, review.appearance)},
        "reviewRating": {
            "@type": "Rating",
            "alternateName": _rating(finding, [*stated.values()], claim),
            "ratingExplanation": finding["argument"] or finding["message"],
        },
        "reviewBody": review.says,
    }


def _found(reports: Iterable[Data], fingerprint: str, article: str | None) -> tuple[Data, Data]:
    named = fingerprint.strip().lower()
    if len(named) < SHORTEST_FINGERPRINT:
        problem = f"{fingerprint!r} is no fingerprint; give its first {SHORTEST_FINGERPRINT} digits"
        raise ReviewError(problem)
    found = [
        (report, finding)
        for report in reports
        for finding in report["findings"]
        if finding["fingerprint"].startswith(named) and article in (None, report["article"]["id"])
    ]
    if not found:
        raise ReviewError(f"the report has no finding {named}; see 'fingerprint' in it")
    if len(found) > 1:
        articles = ", ".join(str(report["article"]["id"]) for report, _ in found)
        raise ReviewError(f"several findings are called {named}, in {articles}; say in which")
    return found[0]


def _reviewed(stated: Mapping[str, Data], report: Data, wanted: str | None) -> str:
    """The role of the statement that is reviewed."""
    if wanted is None:
        own = (role for role, fact in stated.items() if fact["article"] == report["article"]["id"])
        return next(own)
    if wanted not in stated:
        raise ReviewError(f"no statement of the finding is {wanted!r}, but {' or '.join(stated)}")
    return wanted


def _appearance(claim: Data, report: Data, url: str | None) -> dict[str, Any]:
    """Where the claim stands, as far as the report tells, or the editor."""
    article = report["article"]
    if claim["article"] != article["id"]:
        return {"appearance": {"@type": "CreativeWork", "name": _name(claim["article"])}}
    title, day = article["title"], article["published"]
    known = {"headline": title, "datePublished": day, "url": url}
    told = {key: value for key, value in known.items() if value}
    return {"appearance": {"@type": "NewsArticle", "name": title or _name(article["id"]), **told}}


def _name(article: str) -> str:
    """What an article is called in public: not where on the desk its file lies."""
    return article.replace("\\", "/").rpartition("/")[2]


def _rating(finding: Data, others: list[Data], claim: Data) -> str:
    """What the claim is contradicted by: by what else is said, or else for what reason."""
    severity = finding["severity"]
    quoted = [
        f"“{other['text']}”" + ("" if other["article"] == claim["article"] else _of(other))
        for other in others
    ]
    if not quoted:
        return f"{_RATINGS[severity]}: {finding['argument'] or finding['message']}"
    return f"{_RATINGS[severity]} {_BESIDE[severity]} {' and '.join(quoted)}"


def _of(other: Data) -> str:
    return f" ({_name(other['article'])})"
