"""The form of LanguageTool, so that what speaks it can have copy checked by belie.

https://languagetool.org/http-api/. Each finding is one match, at the last of its passages, whose
message quotes the others. Offsets count UTF-16 code units of the text as sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from ..entries import EntryError
from ..formats.plain_text import read_plain_text
from ..model import Article, Fact, Finding, Report, Span
from ..report.quoting import shown, visible, why
from .annotated import annotated_copy, as_written
from .problems import unfit
from .utf16 import CodeUnits

if TYPE_CHECKING:
    from ..rulebook.rule import Rule

__all__ = [
    "BYTES_A_UNIT", "LANGUAGES", "TAG", "Wish", "check_data", "configuration_data", "form_of",
    "languages_data", "wish_of",
]  # fmt: skip

BYTES_A_UNIT = 9
"""Bytes that a code unit takes in a form at most: three of UTF-8, each written as %E2."""

LANGUAGES = {
    "en": "English",
    "en-AU": "English (Australian)",
    "en-CA": "English (Canadian)",
    "en-GB": "English (GB)",
    "en-NZ": "English (New Zealand)",
    "en-US": "English (US)",
    "en-ZA": "English (South African)",
}
"""What is read, by its code."""

TAG = "[aA][uU][tT][oO]|[eE][nN](?:[-_][A-Za-z0-9]+)*"
"""A language that is read, in any of the ways in which clients write it."""

_ENGLISH, _USUAL = "en", "en-US"
_MOST_FIELDS = 100
_AROUND = 40  # code points shown on either side of a passage
_CUT = "..."  # where these end, as LanguageTool has it
_SPACE = re.compile(r"\s")
_WHOLE_TEXT = -1  # how many paragraphs a rule needs: all
_ISSUE = "inconsistency"  # of the types that the W3C's Internationalization Tag Set has


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of the copy that was sent.

    Attributes:
        article: the copy; ``None`` where there are no words in it.
        language: the code of the language that it is in.
        rules: ids of rules or of their categories, with whether these are wanted, or else unwanted.
        only: whether none but the wanted are.
        paragraph: whether only what a sentence or paragraph by itself shows is wanted.
    """

    article: Article | None
    language: str
    rules: Mapping[str, bool]
    only: bool = False
    paragraph: bool = False

    def takes(self, rule: str) -> bool:
        """Whether findings of ``rule`` are wanted; belie's need the whole text."""
        topic = rule.partition("/")[0]
        wanted = self.rules.get(rule, self.rules.get(topic, not self.only))
        return wanted and not self.paragraph


def form_of(body: bytes) -> dict[str, str]:
    """The fields of a form; the last counts of those with one name.

    Raises:
        ProblemError: when it is none.
    """
    try:
        fields = parse_qsl(
            body.decode(), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )
    except ValueError:
        raise unfit("the form is not UTF-8, or has too many fields") from None
    return dict(fields)


def wish_of(fields: Mapping[str, str]) -> Wish:
    """What the ``fields`` of a form ask for.

    Raises:
        ProblemError: when they ask for nothing that can be done.
    """
    wanted = {
        **dict.fromkeys(_several(fields, "disabledCategories", "disabledRules"), False),
        **dict.fromkeys(_several(fields, "enabledCategories", "enabledRules"), True),
    }
    return Wish(
        article=_copy(fields),
        language=_language(fields),
        rules=wanted,
        only=fields.get("enabledOnly", "").lower() in ("true", "yes"),
        paragraph=fields.get("mode") == "allButTextLevelOnly",
    )


def _several(fields: Mapping[str, str], *names: str) -> list[str]:
    given = (each.strip() for name in names for each in fields.get(name, "").split(","))
    return [each for each in given if each]


def _copy(fields: Mapping[str, str]) -> Article | None:
    if ("text" in fields) is ("data" in fields):
        raise unfit("give the copy either as 'text' or as 'data'", parameter="text")
    name = "text" if "text" in fields else "data"
    try:
        if name == "data":
            return annotated_copy(fields["data"])
        return read_plain_text(fields["text"]) if fields["text"].strip() else None
    except EntryError as failure:
        raise unfit(f"{name!r} {failure}", parameter=name) from None


def _language(fields: Mapping[str, str]) -> str:
    if "language" not in fields:
        raise unfit("'language' is missing; write en-US, en-GB or auto", parameter="language")
    asked = fields["language"].strip().replace("_", "-")
    if asked.lower() == "auto":
        preferred = _several(fields, "preferredVariants")
        return next((each for each in preferred if each in LANGUAGES), _USUAL)
    if not re.fullmatch(TAG, asked):
        raise unfit(f"belie reads English, and {fields['language']!r} is not", parameter="language")
    return next((code for code in LANGUAGES if code.lower() == asked.lower()), _ENGLISH)


def check_data(report: Report | None, wish: Wish, rules: Iterable[Rule]) -> dict[str, Any]:
    """The answer of ``/v2/check``.

    Args:
        report: of the article; ``None`` where there was none.
        wish: what was wanted.
        rules: those that were applied.
    """
    titles = {rule.name: rule.title for rule in rules}
    matches: list[dict[str, Any]] = []
    reason = None
    if report is not None:
        placed = _Placed(report.article)
        wanted = (finding for finding in report.findings if wish.takes(finding.rule))
        matches = [_match(finding, placed, titles[finding.rule]) for finding in wanted]
        reason = "; ".join(issue.message for issue in report.errors)
    warnings: dict[str, Any] = {"incompleteResults": bool(reason)}
    language = {"name": LANGUAGES[wish.language], "code": wish.language}
    return {
        "software": _software(),
        "warnings": warnings | ({"incompleteResultsReason": reason} if reason else {}),
        "language": {**language, "detectedLanguage": {**language, "confidence": 1.0}},
        "matches": sorted(matches, key=lambda each: (each["offset"], each["length"])),
    }


def _software() -> dict[str, Any]:
    return {
        "name": "belie",
        "version": version("belie"),
        "buildDate": "",
        "apiVersion": 1,
        "premium": False,
        "status": "",
    }


class _Placed:
    """The copy of an article, and where its passages stand in it."""

    def __init__(self, article: Article) -> None:
        self._written = as_written(article)
        self._article = article
        self._units = CodeUnits(self._written)

    def span(self, fact: Fact) -> Span:
        """Where a fact stands, in code points."""
        return self._article.locate(fact.part, fact.span).span

    def sentence(self, fact: Fact) -> str:
        """The sentence around it, on one line."""
        return visible(self._written[slice(*self._article.locate(fact.part, fact.sentence).span)])

    def units(self, span: Span) -> dict[str, int]:
        """Where it is, in code units."""
        start = self._units.at(span.start)
        return {"offset": start, "length": self._units.at(span.end) - start}

    def context(self, span: Span) -> dict[str, Any]:
        """The words around a passage, on one line."""
        start, end = max(0, span.start - _AROUND), span.end + _AROUND
        before = _CUT * (start > 0) + self._written[start : span.start]
        passage = self._written[slice(*span)]
        behind = self._written[span.end : end] + _CUT * (end < len(self._written))
        offset, length = (CodeUnits(text).at(len(text)) for text in (before, passage))
        text = _SPACE.sub(" ", before + passage + behind)
        return {"text": text, "offset": offset, "length": length}


def _match(finding: Finding, placed: _Placed, title: str) -> dict[str, Any]:
    *others, last = sorted(finding.facts.values(), key=placed.span)
    span = placed.span(last)
    topic = finding.rule.partition("/")[0]
    return {
        "message": _message(finding, others),
        "shortMessage": f"{finding.severity.capitalize()}: {title}",
        "replacements": [],
        **placed.units(span),
        "context": placed.context(span),
        "sentence": placed.sentence(last),
        "type": {"typeName": "Other"},
        "rule": {
            "id": finding.rule,
            "description": title,
            "issueType": _ISSUE,
            "category": {"id": topic, "name": topic.capitalize()},
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": _WHOLE_TEXT,
    }


def _message(finding: Finding, others: Iterable[Fact]) -> str:
    """What is found, the other passages, and why they cannot stand together."""
    quoted = " and ".join(f"“{shown(fact.text)}”" for fact in others)
    message = shown(finding.message)
    said = [message if message.endswith(("?", "!", ".")) else f"{message}."]
    if quoted:
        said.append(f"The copy also has {quoted}.")
    if reason := why(finding):
        said.append(f"{reason[0].upper()}{reason[1:]}.")
    return " ".join(said)


def languages_data() -> list[dict[str, str]]:
    """The answer of ``/v2/languages``."""
    return [{"name": name, "code": _ENGLISH, "longCode": code} for code, name in LANGUAGES.items()]


def configuration_data(rules: Iterable[Rule], longest: int) -> dict[str, Any]:
    """The answer of ``/v2/configinfo``.

    Args:
        rules: those that are applied.
        longest: code units that copy may have.
    """
    return {
        "software": _software(),
        "parameter": {"maxTextLength": longest},
        "rules": [
            {
                "ruleId": rule.name,
                "description": rule.title,
                "categoryId": rule.name.partition("/")[0],
                "categoryName": rule.name.partition("/")[0].capitalize(),
                "locQualityIssueType": _ISSUE,
                "isTextLevelRule": "yes",
                "minToCheckParagraph": str(_WHOLE_TEXT),
            }
            for rule in rules
        ],
    }
