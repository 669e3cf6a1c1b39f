"""Pieces that stand together, read as names: which words make one name, and of what form."""

from __future__ import annotations

from collections.abc import Iterator

from .capitals import Piece, Reader, begins_sentence, word_before
from .gazetteer import NameForm
from .spelling import standard_word

__all__ = ["Draft", "draft_names"]

_PARTS_OF_A_NAME = 5
_LONGEST_TAIL = 3
Group = list[Piece]


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

    def __init__(self, start: int, end: int, text: str, form: NameForm) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.form: NameForm = form
        self.actor: str | None = None
        self.places: tuple[int, ...] = ()
        self.sort: str | None = None
        self.affiliation: str | None = None
        self.title: tuple[int, int] | None = None
        self.weak = False
        self.number: int | None = None
        self.certain = False


def draft_names(text: str, reader: Reader) -> list[Draft]:
    """Every name of plain ``text``, in order."""
    return _Drafter(text, reader).drafts


class _Drafter:
    """Reads group after group of pieces with only a space between them."""

    def __init__(self, text: str, reader: Reader) -> None:
        self.text = text
        self.reader = reader
        self.words = reader.words
        self.drafts: list[Draft] = []
        self.groups = list(_groups(text, reader))
        self.taken = 0  # everything before this offset has been read
        self.position = 0
        for group in self.groups:
            self.position += 1
            self._read([piece for piece in group if piece.start >= self.taken])

    def _read(self, group: Group) -> None:
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
        end = head.end
        for group in self.groups[self.position : self.position + _LONGEST_TAIL]:
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
        before = self.drafts[-2] if len(self.drafts) > 1 else None
        if before is None or self.text[before.end : draft.start] not in ("'s ", "' "):
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
        begins = begins_sentence(self.text, words[0].start)
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
        binder = word_before(self.text, piece.start)
        title = word_before(self.text, piece.start - len(binder) - 1)
        return binder in self.words.possession and title in self.words.titles

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


def _groups(text: str, reader: Reader) -> Iterator[Group]:
    """Pieces with only a space between them."""
    group: Group = []
    for piece in reader.pieces(text):
        if group and (group[-1].end + 1 != piece.start or text[group[-1].end] != " "):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group
