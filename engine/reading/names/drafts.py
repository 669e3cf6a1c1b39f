"""A name of a text while it is being read."""

from __future__ import annotations

from ...model import NameForm

__all__ = ["Draft"]


class Draft:
    """A name before the rest of the text has been asked about it.

    Attributes:
        start: offset of the first code point.
        end: offset behind the last.
        text: as written, with straight apostrophes.
        form: the form so far.
        actor: key of the actor.
        places: numbers of the places that go by it.
        sort: what sort of actor it is.
        affiliation: whose title a person has, or whose organisation it is.
        title: offsets of a person's title.
        weak: whether it may be an ordinary word in capitals.
        number: the place that the text says it is.
        certain: whether the text says that it is a place.
    """

    __slots__ = (
        "actor", "affiliation", "certain", "end", "form", "number", "places", "sort", "start",
        "text", "title", "weak",
    )  # fmt: skip

    def __init__(  # noqa: PLR0913, PLR0917 - by place it is made twice as fast
        self,
        start: int,
        end: int,
        text: str,
        form: NameForm,
        actor: str | None = None,
        places: tuple[int, ...] = (),
        sort: str | None = None,
        affiliation: str | None = None,
        title: tuple[int, int] | None = None,
        weak: bool = False,
        number: int | None = None,
        certain: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.form: NameForm = form
        self.actor = actor
        self.places = places
        self.sort = sort
        self.affiliation = affiliation
        self.title = title
        self.weak = weak
        self.number = number
        self.certain = certain

    def moved(self, by: int) -> Draft:
        """The same draft, found ``by`` code points further on."""
        title = self.title
        return Draft(
            self.start + by, self.end + by, self.text, self.form, self.actor, self.places,
            self.sort, self.affiliation, title and (title[0] + by, title[1] + by), self.weak,
            self.number, self.certain,
        )  # fmt: skip
