"""A kind that needs no phrase: every person named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...kinds import Kind
from ...model import Fact, Part, Span, Value
from ..names import NameMention, bare_surname, fold, is_first_name, standard_word

__all__ = ["Passage", "mentioned", "name_facts"]

_SHORTEST = 2
"""Letters that a name has at least: one letter is spelt as it is."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence where it stands.

    Attributes:
        text: the part of the article.
        part: which part that is.
        block: start of the block around it.
        span: the sentence.
        names: the names in it, with offsets into ``text``.
    """

    text: str
    part: Part
    block: int
    span: Span
    names: Sequence[NameMention]

    @property
    def sentence(self) -> str:
        """Its words."""
        return self.text[self.span.start : self.span.end]


def name_facts(kind: Kind, passage: Passage, known: set[str]) -> Iterator[Fact]:
    """The persons named in a passage: what they are known by, and how that is spelled.

    Args:
        kind: the kind of fact to make.
        passage: one sentence.
        known: the namings already given in this article, which are not given again unless
            with another title.
    """
    for name in passage.names:
        written = passage.text[name.start : name.end]
        title = name.title and " ".join(standard_word(word) for word in name.title.lower().split())
        naming = f"{title} {written}" if title else written
        if name.form in ("person", "unknown") and naming not in known:
            known |= {naming, written}
            *given, surname = written.split()
            if len(surname) < _SHORTEST:
                continue
            if not given and is_first_name(surname):
                given = [surname]  # nobody's surname: of two such people it may be either
            fields: dict[str, Value | None] = {
                "person": fold(surname),
                "spelling": bare_surname(surname),
                "given_name": fold(" ".join(given)) if given else None,
                "title": title,
            }
            yield mentioned(kind, passage, Span(name.start, name.end), fields)


def mentioned(
    kind: Kind,
    passage: Passage,
    span: Span,
    fields: Mapping[str, Value | None],
    *,
    found: str = "mention",
) -> Fact:
    """The fact that something is mentioned, which nobody says and which has no id yet.

    Args:
        kind: of the fact.
        passage: the sentence.
        span: the mention in it.
        fields: those of the kind that are known.
        found: what read it, for the fact's phrase.
    """
    return Fact(
        id="",
        kind=kind.name,
        fields={name: fields.get(name) for name in kind.fields},
        value=None,
        time=None,
        source=None,
        evidential=None,
        stance="asserted",
        part_of=None,
        part=passage.part,
        span=span,
        sentence=passage.span,
        text=passage.text[span.start : span.end],
        phrase=f"{kind.name}/{found}",
    )
