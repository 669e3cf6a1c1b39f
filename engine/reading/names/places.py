"""Which names are places, and which of several places of one name is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from .capitals import Reader, begins_sentence, word_before
from .drafts import Draft
from .gazetteer import without_accents
from .words import name_words

__all__ = ["find_places"]

_LONGEST_LIST = 30
_MAY_BE_PLACES = ("place", "unknown")
_FIGURE = re.compile(r" \d")
_NEXT_WORD = re.compile(r" ([A-Za-z]{2,14})\b")


def find_places(text: str, drafts: Sequence[Draft], reader: Reader) -> None:
    """Says of every draft that names a place which one, and of others that they name one.

    Args:
        text: plain text, see ``plain_text``.
        drafts: every name of the text, in order, persons found; places are changed.
        reader: the words and tables.
    """
    finder = _Finder(text, drafts, reader)
    for index, draft in enumerate(drafts):
        if draft.places or draft.form in _MAY_BE_PLACES:
            finder.read_words_around(index)
    for index, draft in enumerate(drafts):
        if draft.places or draft.certain:
            finder.read_neighbours(index)
    finder.decide()


class _Finder:
    """Weighs what the text says of each place."""

    def __init__(self, text: str, drafts: Sequence[Draft], reader: Reader) -> None:
        self.text = text
        self.drafts = drafts
        self.world = reader.world
        self.words = reader.words
        self.listed = 0  # the lists up to this draft have been read
        found = [draft for draft in drafts if draft.places or draft.number is not None]
        self.near = sorted({number for number in map(self._only, found) if number is not None})

    def _only(self, draft: Draft) -> int | None:
        """The place of a name that no other place has."""
        if draft.text in self.words.doubtful:
            return None
        if draft.number is not None:
            return draft.number
        one = draft.places[0] if len(draft.places) == 1 else None
        return None if one in self.world.doubtful else one

    def read_words_around(self, index: int) -> None:
        """Reads head words and prepositions beside a name."""
        if not self._head_behind(index):
            self._words_before(index)

    def _head_behind(self, index: int) -> bool:
        draft = self.drafts[index]
        match = _NEXT_WORD.match(self.text, draft.end)
        if match is None:
            return False
        head = match[1].lower()
        if head in self.world.heads:
            if not self._take_head(index, head):
                return False
        elif match[1] in self.words.city_heads and (towns := self._towns(draft)):
            self._settle(draft, towns)
            if not self._ends_phrase(match.end()):  # "the Kherson city council"
                return False
        elif match[1] in self.words.water_heads and draft.form in _MAY_BE_PLACES:
            draft.form, draft.places, draft.certain = "place", (), True
        else:
            draft.certain |= draft.form == "unknown" and head in self.words.place_heads
            return False
        draft.end = match.end()
        return True

    def _ends_phrase(self, end: int) -> bool:
        following = _NEXT_WORD.match(self.text, end)
        return following is None or following[1] in self.words.function

    def _take_head(self, index: int, head: str) -> bool:
        """Makes a name the region or district that a head word behind it says."""
        draft = self.drafts[index]
        headed = self._headed(draft, head)
        if headed:
            self._settle(draft, headed)
            if head.endswith("s"):  # "the Kherson and Zaporizhzhia regions"
                self._spread(range(index - 1, max(-1, index - _LONGEST_LIST), -1), head)
            return True
        if draft.form == "unknown" and not draft.weak and head not in self.words.strict_heads:
            draft.form, draft.certain = "place", True
            return True
        return False

    def _spread(self, indexes: range, head: str) -> None:
        """Gives the head word of one place to the others of its list."""
        for index in indexes:
            if not self._joined(index - 1 if indexes.step > 0 else index):
                return
            self._settle(self.drafts[index], self._headed(self.drafts[index], head))

    def _words_before(self, index: int) -> None:
        draft = self.drafts[index]
        word = word_before(self.text, draft.start)
        if word in self.words.place_prepositions:
            owner = self.text.startswith("'s", draft.end)  # "in Newton's words"
            draft.certain |= not (owner and (draft.form == "unknown" or self._in_doubt(draft)))
        elif word in self.words.binders:
            self._head_before(index, word_before(self.text, draft.start - len(word) - 1))

    def _head_before(self, index: int, head: str) -> None:
        """Reads "the village of NAME", "the regions of NAME and NAME", "north of NAME"."""
        draft = self.drafts[index]
        if head in self.world.heads:
            self._settle(draft, self._headed(draft, head))
            if head.endswith("s"):
                self._spread(range(index + 1, index + _LONGEST_LIST), head)
        elif head in self.words.place_heads:
            self._settle(draft, self._towns(draft))
            draft.certain = True
        draft.certain |= head in self.words.compass

    def read_neighbours(self, index: int) -> None:
        """Reads what follows a name: its parent behind a comma, or others of a list."""
        draft = self.drafts[index]
        following = self.drafts[index + 1] if index + 1 < len(self.drafts) else None
        if following and draft.places and draft.end + 2 == following.start:
            apart = self.text[draft.end : following.start] == ", "
            inside = tuple(self._inside(draft, following)) if apart else ()
            if inside:
                self._settle(draft, inside)
        if draft.certain and index >= self.listed:
            others = self._others_of_list(index)
            self.listed = index + len(others)
            for other in others:
                other.certain |= other.form == "place" or not other.weak

    def _others_of_list(self, index: int) -> list[Draft]:
        """The places that follow in a list, up to the one behind its conjunction."""
        others: list[Draft] = []
        while len(others) < _LONGEST_LIST and self._joined(index):
            gap = self.text[self.drafts[index].end : self.drafts[index + 1].start]
            index += 1
            other = self.drafts[index]
            if other.form not in _MAY_BE_PLACES:
                break
            if other.form == "unknown" and _FIGURE.match(self.text, other.end):
                break  # "has 47 percent in Ohio and Lund 51 percent"
            others.append(other)
            if len(gap) > len(", "):
                return others
        return []

    def _inside(self, draft: Draft, around: Draft) -> Iterator[int]:
        """The places called as ``draft`` that lie within one called as ``around``."""
        wholes = around.places if around.number is None else (around.number,)
        towns_only = draft.form == "country"
        for number in draft.places:
            for whole in wholes:
                level = self.world.levels[whole]
                fits = level == "region" or (level == "country" and not towns_only)
                if fits and number != whole and self.world.within(number, whole):
                    yield number

    def decide(self) -> None:
        """Chooses the place of every name that is certain, and settles those in doubt."""
        doubtful, certain = self.words.doubtful, set()
        for draft in self.drafts:
            if draft.certain:
                certain.add(draft.text)
                if draft.form == "unknown":
                    draft.form, draft.weak = "place", False
        for draft in self.drafts:
            if draft.form == "unknown" and not draft.weak and draft.text in certain:
                draft.form = "place"
            if draft.form == "place" and draft.number is None and draft.places:
                draft.number = self.world.choose(draft.places, self.near)
                if draft.text not in certain and self._in_doubt(draft):
                    draft.form, draft.number = "unknown", None
                    draft.weak = begins_sentence(self.text, draft.start)
            elif draft.form == "country" and draft.text in doubtful:
                number = self.world.choose(draft.places, self.near)
                if number != draft.number:
                    self._settle(draft, draft.places)

    def _in_doubt(self, draft: Draft) -> bool:
        """Whether a name is as likely a person's or a word as that of the place it would be."""
        if draft.text in self.words.doubtful:
            return True
        return self.world.choose(draft.places, self.near) in self.world.doubtful

    def _settle(self, draft: Draft, places: tuple[int, ...]) -> None:
        """Makes a name one of ``places``; leaves it alone when there are none."""
        if places:
            draft.form, draft.places, draft.certain = "place", places, True
            draft.number = self.world.choose(places, self.near)
            draft.actor = draft.sort = None

    def _headed(self, draft: Draft, head: str) -> tuple[int, ...]:
        if draft.form == "person":
            return ()
        name = without_accents(draft.text)
        return self.world.with_head(name.title() if name.isupper() else name, head)

    def _towns(self, draft: Draft) -> tuple[int, ...]:
        levels = self.world.levels
        return tuple(number for number in draft.places if levels[number] == "settlement")

    def _joined(self, index: int) -> bool:
        """Whether only a comma or a conjunction stands between a name and the next."""
        if index + 1 >= len(self.drafts):
            return False
        gap = self.text[self.drafts[index].end : self.drafts[index + 1].start]
        return _joint().fullmatch(gap) is not None


@cache
def _joint() -> re.Pattern[str]:
    joints, determiners = "|".join(name_words().joints), "|".join(name_words().determiners)
    return re.compile(rf"(?:, |,? (?:{joints}) )(?:(?:{determiners}) )?")
