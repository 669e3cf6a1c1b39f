"""Pieces that stand together, read as names: which words make one name, and of what form."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ...errors import BelieError
from ...model import NameForm
from .capitals import POSSESSIVES, Piece, Reader, begins_sentence, word_before
from .drafts import Draft
from .spelling import standard_word

__all__ = ["Around", "Drafter", "Group", "NeedsTextError", "is_in_title", "plain_name"]

_PARTS_OF_A_NAME = 5
LONGEST_TAIL = 3
"""Groups that the name of an organisation may go on for."""
Group = list[Piece]


class NeedsTextError(BelieError):
    """The names of a run cannot be told without the text around it."""


class Around(NamedTuple):
    """What the text around a run says of its first name.

    Attributes:
        begins: whether the run begins a sentence.
        in_title: whether it belongs to a title before it, as in "Mayor of London".
        owned: whether a possessive mark stands before it.
        bound: whether a word like "of" stands behind it.
    """

    begins: bool
    in_title: bool
    owned: bool
    bound: bool


class Drafter:
    """Reads the groups of one run, pieces with only a space between them.

    Args:
        text: the text that the offsets of the pieces count in: the whole, or the run alone.
        reader: the words and tables.
        start: offset of the run.
        around: what the text around the run says.
        drafts: to which its names are added.
        behind: gives the groups behind the one that is read; ``None`` for a run alone.

    Raises:
        NeedsTextError: for a run alone, where the names depend on the text around it.
    """

    def __init__(
        self,
        text: str,
        reader: Reader,
        start: int,
        around: Around,
        drafts: list[Draft],
        behind: Callable[[], list[Group]] | None = None,
    ) -> None:
        self.text = text
        self.reader = reader
        self.words = reader.words
        self.start = start
        self.around = around
        self.drafts = drafts
        self.behind = behind
        self.taken = 0  # everything before this offset has been read

    def read(self, group: Group) -> None:
        """Reads names, titles and the persons behind titles."""
        index = 0
        while index < len(group):
            title = self._next_title(group, index)
            segment = group[index:title]
            behind = title
            while behind < len(group) and group[behind].title:
                behind += 1
            name_end = behind
            while name_end < len(group) and self._may_be_of_a_person(group[name_end]):
                name_end += 1
            name = group[behind : min(name_end, behind + _PARTS_OF_A_NAME)]
            if name:
                first = group[title].start
                while segment and segment[-1].text.lower() in self.words.title_modifiers:
                    first = segment.pop().start
                self._segment(segment, last=False)
                person = self._add(name, "person")
                person.title = (first, group[behind - 1].end)
            else:
                self._segment(segment, last=behind >= len(group))
            index = max(behind + len(name), index + 1)

    def _next_title(self, group: Group, index: int) -> int:
        """Where the next title is that does not begin the name of an organisation."""
        while index < len(group):
            following = group[index + 1] if index + 1 < len(group) else None
            if group[index].title and not (following and self._is_head(following)):
                return index
            index += 1
        return index

    def _may_be_of_a_person(self, piece: Piece) -> bool:
        if piece.entry is not None:
            return piece.text in self.reader.first_names
        return not piece.title and piece.text.lower() not in self.words.ordinary

    def _is_head(self, piece: Piece) -> bool:
        return piece.entry is None and piece.text in self.words.organisations

    def _segment(self, segment: Group, *, last: bool) -> None:
        """Reads pieces without a title: organisations first, then all other names."""
        if not segment:
            return
        heads = [index for index, piece in enumerate(segment) if self._is_head(piece)]
        if heads:
            head = heads[-1]
            tail = self._tail(segment[head], last=last and head == len(segment) - 1)
            if head > 0 or tail:
                self._organisation(segment[: head + 1], tail)
                segment = segment[head + 1 :]
        self._names(segment)

    def _tail(self, head: Piece, *, last: bool) -> Group:
        """What follows a head word with "of" or "for", from the groups behind this one."""
        tail: Group = []
        if not last or head.text not in self.words.organisation_openers:
            return tail
        if self.behind is None:
            if self.around.bound:
                raise NeedsTextError
            return tail
        end = head.end
        for group in self.behind():
            gap = self.text[end : group[0].start].split()
            pieces = self._until_title(group)
            if gap and gap[-1] in self.words.determiners:
                gap.pop()
            joined = len(gap) == 1 and (
                gap[0] in self.words.binders
                or (gap[0] in self.words.joints and tail and self._goes_on(pieces))
            )
            if not joined or not pieces:
                break
            tail += pieces
            end = pieces[-1].end
            if len(pieces) < len(group):
                break
        return tail

    def _until_title(self, group: Group) -> Group:
        """The pieces of a group that can end the name of an organisation."""
        pieces = group[: self._next_title(group, 0)]
        heads = [index for index, piece in enumerate(pieces) if self._is_head(piece)]
        if heads:
            return pieces[: heads[-1] + 1]
        if pieces and (pieces[0].entry is not None or pieces[0].places):
            return pieces[:1]
        return pieces

    def _goes_on(self, pieces: Group) -> bool:
        """Whether words behind "and" still belong to an organisation's name."""
        first_names, openers = self.reader.first_names, self.words.organisation_openers
        if not pieces or pieces[0].text in openers:
            return False
        if any(piece.entry or piece.places or piece.text in first_names for piece in pieces):
            return False
        return len(pieces) > 1 or self._is_head(pieces[0])

    def _organisation(self, pieces: Group, tail: Group) -> None:
        """Adds an organisation, with the country or group that its name says it belongs to."""
        owners = [index for index, piece in enumerate(pieces) if piece.entry is not None]
        pieces = pieces[owners[-1] :] if owners else pieces
        entry = pieces[0].entry
        draft = self._add(pieces + tail, "organisation")
        self.taken = draft.end
        if entry and entry.sort and not tail and pieces[-1].text in self.words.movements:
            draft.form, draft.actor, draft.sort = "actor", entry.actor, entry.sort
            return
        named = map(_owner, pieces[:1] + tail)
        draft.affiliation = next(filter(None, named), None) or self._possessor(draft)
        name = [piece for piece in pieces if not _owner(piece)]
        rest = [piece for piece in tail if not _owner(piece)]
        if len(name) == 1:  # "Ministry of Defense" is the Defense Ministry
            draft.actor = _words(rest + name)
        else:
            draft.actor = " of ".join(_words(part) for part in (name, rest) if part)
        if draft.affiliation:
            draft.actor = f"{draft.actor} of {draft.affiliation}"

    def _possessor(self, draft: Draft) -> str | None:
        """Whose it is by a possessive before it, as in "Egypt's Interior Ministry"."""
        if not self.around.owned or draft.start != self.start:
            return None
        if self.behind is None:
            raise NeedsTextError
        before = self.drafts[-2] if len(self.drafts) > 1 else None
        if before is None or self.text[before.end : draft.start] not in POSSESSIVES:
            return None
        return before.actor

    def _names(self, segment: Group) -> None:
        """Reads names that are neither organisations nor persons behind a title."""
        index = 0
        while index < len(segment):
            end = index
            while end < len(segment) and self._is_unknown(segment[end]):
                end += 1
            if end > index:
                index = self._unknown(segment, index, end)
            else:
                index = self._known(segment, index)

    def _is_unknown(self, piece: Piece) -> bool:
        """Whether the tables do not know it, or know it as a person's first name, too."""
        if piece.entry is not None or not piece.places:
            return piece.entry is None
        return piece.text in self.reader.first_names and self._is_doubtful(piece)

    def _is_doubtful(self, piece: Piece) -> bool:
        """Whether all places that go by it are as likely something else."""
        return piece.entry is None and self.reader.world.doubtful.issuperset(piece.places)

    def _is_ordinary(self, pieces: Group) -> bool:
        ordinary, titles = self.reader.ordinary, self.reader.titles
        return all(piece.text in ordinary or piece.text in titles for piece in pieces)

    def _unknown(self, segment: Group, index: int, end: int) -> int:
        """Reads unknown words, with a town or country in their midst where it is no such thing."""
        words = segment[index:end]
        following = segment[end] if end < len(segment) else None
        begins = self._begins(words[0])
        if following is not None and not words[0].headline:
            first_name = words[-1].text in self.reader.first_names
            if following.entry is not None:
                joins = first_name and following.entry.form in ("country", "metonym")
            else:
                adjective = begins and len(words) == 1 and not self._is_doubtful(following)
                joins = first_name or not (adjective or self._is_ordinary(words))
            if joins:
                while end < len(segment) and segment[end].entry is None:
                    end += 1
                end = max(end, index + len(words) + 1)
                self._plain_name(segment[index:end], begins=begins)
                return end
        self._plain_name(words, begins=begins)
        return end

    def _known(self, segment: Group, index: int) -> int:
        """Reads a name of the tables; it may be but the first word of another name."""
        piece = segment[index]
        doubtful = self._is_doubtful(piece)
        most = min(len(segment), index + _PARTS_OF_A_NAME)
        end = index + 1
        while end < most and (
            self._is_unknown(segment[end]) or (doubtful and segment[end].entry is None)
        ):
            end += 1
        behind = segment[index + 1 : end]
        if not behind or piece.headline or self._takes_head(behind[0]):
            self._table_name(piece)
            return index + 1 + bool(behind and self._takes_head(behind[0]))
        first_names = self.reader.first_names
        named_behind = behind[0].text in first_names and piece.text not in first_names
        if named_behind or self._is_in_title(piece):
            joins = False  # "Mayor of London Sadiq Khan"
        elif piece.entry is None:
            joins = True
        else:
            town = piece.entry.form == "metonym" and piece.entry.place is not None
            joins = (town or piece.text in first_names) and not self._is_ordinary(behind)
        if joins:
            self._plain_name(segment[index:end], begins=False)
            return end
        self._table_name(piece)
        return index + 1

    def _is_in_title(self, piece: Piece) -> bool:
        """Whether it belongs to a title before it, as in "Mayor of London"."""
        if piece.start == self.start:
            return self.around.in_title
        return is_in_title(self.text, piece.start, self.reader)

    def _begins(self, piece: Piece) -> bool:
        if piece.start == self.start:
            return self.around.begins
        return begins_sentence(self.text, piece.start)

    def _takes_head(self, piece: Piece) -> bool:
        """Whether a word behind a place is its head, as in "Kherson Region"."""
        return piece.text.lower() in self.reader.world.heads or piece.text in self.words.city_heads

    def _table_name(self, piece: Piece) -> None:
        entry = piece.entry
        draft = self._add([piece], entry.form if entry else "place")
        draft.places = piece.places
        if entry is not None:
            draft.actor, draft.sort, draft.number = entry.actor, entry.sort, entry.place
            if entry.form == "country":
                draft.places = piece.places or (() if entry.place is None else (entry.place,))

    def _plain_name(self, words: Group, *, begins: bool) -> None:
        """A name that the tables do not know, without the words before it that are none."""
        first_names = self.reader.first_names
        weak = words[0].headline
        while begins and len(words) > 1 and self._is_ordinary(words[:1]):
            words, begins = words[1:], False
        if words[2:] and words[1].text in first_names and words[0].text not in first_names:
            words = words[begins or self._is_ordinary(words[:1]) :]
        if self._is_ordinary(words):
            return
        feature = len(words) > 1 and words[-1].text in self.words.feature_heads
        draft = self._add(words, "place" if feature else "unknown")
        draft.certain = feature
        draft.weak = weak or (begins and len(words) == 1)
        if len(words) == 1:
            draft.places = words[0].places

    def _add(self, pieces: Group, form: NameForm) -> Draft:
        start, end = pieces[0].start, pieces[-1].end
        draft = Draft(start, end, self.text[start:end], form)
        self.drafts.append(draft)
        return draft


def _owner(piece: Piece) -> str | None:
    """Whose organisation it is that has such a word in its name."""
    entry = piece.entry
    if entry is None or entry.sort == "party":  # "the Democratic Commission"
        return None
    return entry.actor


def _words(pieces: Group) -> str:
    return " ".join(standard_word(piece.text) for piece in pieces)


def is_in_title(text: str, start: int, reader: Reader) -> bool:
    """Whether a name belongs to a title before it, as in "Mayor of London"."""
    binder = word_before(text, start)
    if binder not in reader.words.possession:
        return False
    return word_before(text, start - len(binder) - 1) in reader.words.titles


def plain_name(run: str, start: int, reader: Reader, *, begins: bool) -> Draft:
    """The name that a run without known words is, as a ``Drafter`` reads it.

    Args:
        run: the run.
        start: where the name begins in it, see ``Reader.plain_start``.
        reader: the words and tables.
        begins: whether the run begins a sentence.
    """
    words = run[start:].split(" ")
    weak = begins and not start and len(words) == 1
    if words[2:] and words[1] in reader.first_names and words[0] not in reader.first_names:
        start += len(words[0]) + 1 if begins and not start else 0
    return Draft(start, len(run), run[start:], "unknown", weak=weak)
