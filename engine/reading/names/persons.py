"""Which names are persons, and which other mentions are the same person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ...lazy import LazyPattern
from ..alternatives import any_of
from .capitals import Reader, begins_sentence, reader, word_before
from .drafts import Draft
from .spelling import fold
from .words import NameWords, name_words
from .world import read_leaders

__all__ = ["find_persons", "is_first_name", "reports_behind"]

_REACH = 80  # code points before a name in which its title is looked for
_MOST_WORDS = 5
_REMEMBERED = 16_384  # names
_MAY_BE_PERSONS = ("unknown", "person", "place")
_NEXT_WORDS = re.compile(r",? ([a-z]+)(?: ([a-z]+))?")


@dataclass(slots=True)
class _Person:
    """Somebody in a text, and whose title they have."""

    key: str
    affiliation: str | None


def find_persons(text: str, drafts: Sequence[Draft], reader: Reader) -> None:
    """Marks the drafts that name persons, with the key of their fullest first mention.

    Args:
        text: plain text, see ``plain_text``.
        drafts: every name of the text, in order; those of persons are changed.
        reader: the words and tables.
    """
    for index, draft in enumerate(drafts):
        if draft.form == "person" and draft.title is not None:
            draft.affiliation = _owner(text, drafts, index, draft.title[0])
        elif draft.form == "unknown":
            _judge(text, drafts, index, reader)
        if draft.title is not None and draft.affiliation is None:
            draft.affiliation = _owner_behind(text, drafts, index)
            if draft.affiliation is None and _rules(text, draft.title, reader):
                draft.affiliation = _led_by(draft.text)
    known = _Register()
    persons = [draft for draft in drafts if draft.form == "person"]
    for draft in (*filter(_several_words, persons), *persons):
        known.add(draft)
    if persons:
        for draft in drafts:
            if draft.form in _MAY_BE_PERSONS:
                known.recognise(draft, text, reader)


def is_first_name(word: str) -> bool:
    """Whether ``word`` is a first name, as far as the table knows."""
    return word in reader().first_names


def _several_words(draft: Draft) -> bool:
    return " " in draft.text


def _judge(text: str, drafts: Sequence[Draft], index: int, reader: Reader) -> None:
    """Makes an unknown name a person where a title or a verb beside it says so."""
    draft, words = drafts[index], reader.words
    several = draft.text.count(" ")
    if several >= _MOST_WORDS:
        return
    if _title_before(text, drafts, index, reader) or (
        not draft.weak and _title_behind(text, drafts, index)
    ):
        draft.form = "person"
        return
    if not several or draft.weak:
        return
    first, _, rest = draft.text.partition(" ")
    named = first in reader.first_names and rest.rpartition(" ")[2] not in words.feature_heads
    if (
        named
        or reports_behind(text, draft.end, reader)
        or word_before(text, draft.start) in words.reporting
        or _patterns().age_behind.match(text, draft.end)
    ):
        draft.form = "person"


def _title_before(text: str, drafts: Sequence[Draft], index: int, reader: Reader) -> bool:
    """Looks for "spokesman NAME", "foreign minister, NAME" and "the mayor of Kharkiv, NAME"."""
    draft, words = drafts[index], reader.words
    if text[draft.start - 1 : draft.start] != " ":
        return False
    before = text[max(0, draft.start - _REACH) : draft.start]
    rest, _, last = before.rstrip(" ,").rpartition(" ")
    if last in words.titles:
        match = _patterns().title_before.search(before, _phrase_start(rest, words))
    elif last[:1].isupper() and rest.rpartition(" ")[2] in words.office_binders:
        match = _patterns().title_before.search(before)
    elif before.endswith(", ") and _patterns().bound_before.search(before):
        match = _patterns().office_before.search(before)
    else:
        return False
    if match is None:
        return False
    start = draft.start - len(before) + match.start(1)
    draft.title = (start, start + len(match[1]))
    if index and drafts[index - 1].start > start:  # "the head of the Wagner Group, NAME"
        draft.affiliation = _key_of(drafts[index - 1])
    else:
        draft.affiliation = _owner(text, drafts, index, start)
    return True


def _phrase_start(before: str, words: NameWords) -> int:
    """Where the words before a title begin of which its phrase may be made, or one earlier."""
    modifiers = words.title_modifiers
    while before:
        before, _, word = before.rpartition(" ")
        word = word.lower()
        if word not in modifiers and not modifiers.issuperset(word.split("-")):
            break
    return len(before)


def _title_behind(text: str, drafts: Sequence[Draft], index: int) -> bool:
    """Looks for "NAME, the foreign minister of Ukraine,"."""
    draft = drafts[index]
    match = text.startswith(", ", draft.end) and _patterns().title_behind.match(text, draft.end)
    if not match:
        return False
    following = text[match.end() : match.end() + 2]
    if following[:1] == " " and following[1:].isupper():  # the title of the next name
        return False
    draft.title = match.span(1)
    binder = _patterns().binder.match(text, match.end())
    for other in drafts[index + 1 : index + 4]:
        if other.end <= match.end() or (binder and other.start == binder.end()):
            draft.affiliation = draft.affiliation or _key_of(other)
    return True


def _owner(text: str, drafts: Sequence[Draft], index: int, title: int) -> str | None:
    """The country or organisation named right before a title, as in "Kremlin spokesman"."""
    for owner in reversed(drafts[max(0, index - 2) : index]):
        if owner.end <= title:
            gap = text[owner.end : title]
            return _key_of(owner) if _patterns().owner_gap.fullmatch(gap) else None
    return None


def _owner_behind(text: str, drafts: Sequence[Draft], index: int) -> str | None:
    """The country behind a person with a title, as in "President Maia Sandu of Moldova"."""
    match = _patterns().possession.match(text, drafts[index].end)
    behind = drafts[index + 1] if index + 1 < len(drafts) else None
    return _key_of(behind) if match and behind and behind.start == match.end() else None


def _rules(text: str, title: tuple[int, int], reader: Reader) -> bool:
    """Whether a title is a ruling one, and nothing before it says "former" or the like."""
    words = reader.words
    ruling = text[slice(*title)].lower().replace(" ", "-") in words.ruling
    return ruling and word_before(text, title[0]) not in words.title_modifiers


def _led_by(name: str) -> str | None:
    """The country that somebody with a ruling title leads, as far as the table knows."""
    countries = set(filter(None, map(_led().get, _names(name))))
    return countries.pop() if len(countries) == 1 else None


@cache
def _led() -> dict[str, str | None]:
    """Countries by the keys of their leaders' names; none where leaders of several share one."""
    led: dict[str, str | None] = {}
    for name, country in read_leaders().items():
        for key in {*_names(name), *_surnames(name)}:
            led[key] = country if led.get(key, country) == country else None
    return led


def _key_of(owner: Draft) -> str | None:
    """Whose a person is whose title names ``owner``; that of another person's is theirs."""
    return owner.affiliation or (None if owner.form == "person" else owner.actor)


def reports_behind(text: str, end: int, reader: Reader) -> bool:
    """Whether a reporting verb follows, at most an adverb apart."""
    match = _NEXT_WORDS.match(text, end)
    if match is None:
        return False
    reporting = reader.words.reporting
    adverb = match[1].endswith("ly") or match[1] in reader.words.reporting_adverbs
    return match[1] in reporting or (adverb and match[2] in reporting)


class _Register:
    """The persons of a text by their full names and their surnames."""

    def __init__(self) -> None:
        self.persons: dict[str, _Person] = {}

    def add(self, draft: Draft) -> None:
        """Enters a person; what is said of a name that is entered already is added to it."""
        person = self._find(draft.text) or _Person(draft.text, draft.affiliation)
        person.affiliation = person.affiliation or draft.affiliation
        draft.actor = person.key
        for name in _names(draft.text):
            self.persons.setdefault(name, person)
        for name in _surnames(draft.text):
            self.persons.setdefault(name, person)

    def recognise(self, draft: Draft, text: str, reader: Reader) -> None:
        """Makes a name a person where it is one's that is entered."""
        person = self._find(draft.text)
        if draft.form == "place":
            if person is None or " " in draft.text:
                return
            if word_before(text, draft.start) in reader.words.place_prepositions:
                return
        elif person is None and draft.form == "unknown" and self._shorten(draft, text):
            person = self._find(draft.text)
        if person is not None:
            draft.form, draft.actor = "person", person.key
            draft.affiliation, draft.weak, draft.places = person.affiliation, False, ()

    def _find(self, text: str) -> _Person | None:
        for name in _names(text):
            person = self.persons.get(name)
            if person is not None:
                return person
        return None

    def _shorten(self, draft: Draft, text: str) -> bool:
        """Leaves only a known person of a headline, or of a sentence that begins with a verb."""
        first, _, rest = draft.text.partition(" ")
        if not rest:
            return False
        if draft.weak and fold(first) in self.persons:
            draft.text, draft.end = first, draft.start + len(first)
        elif fold(rest) in self.persons and begins_sentence(text, draft.start):
            draft.text, draft.start = rest, draft.end - len(rest)
        else:
            return False
        return True


def _words(text: str) -> list[str]:
    suffixes = name_words().suffixes
    return [word for word in text.split(" ") if word not in suffixes]


@lru_cache(maxsize=_REMEMBERED)
def _names(text: str) -> tuple[str, ...]:
    """The keys of a name as it is, and with neither middle names nor initials."""
    words = _words(text)
    whole = fold(" ".join(words))
    return (whole, fold(f"{words[0]} {words[-1]}")) if len(words) > 2 else (whole,)  # noqa: PLR2004


@lru_cache(maxsize=_REMEMBERED)
def _surnames(text: str) -> tuple[str, ...]:
    """The keys of the shorter names that somebody goes by who is called ``text`` in full."""
    words, known = _words(text), name_words()
    if len(words) < 2:  # noqa: PLR2004
        return ()
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in known.particles:
        start -= 1
    names = [words[-1], " ".join(words[start:]), " ".join(words[1:])]
    if words[0] in known.family_first:
        names.append(words[0])
    first_names = reader().first_names
    names += [  # "Ricardo Rosselló Nevares" is Rosselló
        word
        for word in words[1:-1]
        if len(word) > 2 and word not in first_names and word[0].isupper()  # noqa: PLR2004
    ]
    return tuple(dict.fromkeys(map(fold, names)))


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What stands beside the names of persons; every repetition is bounded."""

    title_before: LazyPattern
    office_before: LazyPattern
    bound_before: LazyPattern
    title_behind: LazyPattern
    age_behind: LazyPattern
    owner_gap: LazyPattern
    binder: LazyPattern
    possession: LazyPattern


@cache
def _patterns() -> _Patterns:
    words = name_words()
    modifiers, titles = any_of(words.title_modifiers), any_of(words.titles)
    title = rf"(?:{modifiers}[ -]){{0,4}}{titles}"
    binders, determiners = any_of(words.office_binders), any_of(words.determiners)
    return _Patterns(
        title_before=LazyPattern(
            lambda: rf"(?<![\w-])((?i:{title})(?: {binders} [A-Z][a-z]{{1,20}})?),? $"
        ),
        office_before=LazyPattern(lambda: rf"(?<![\w-])({title}) {binders} [^,.;:!?\n]{{1,50}}, $"),
        bound_before=LazyPattern(lambda: rf" {binders} [^,.;:!?\n]{{1,50}}, $"),
        title_behind=LazyPattern(
            lambda: (
                rf", (?:{any_of(words.relatives)} {any_of(words.copulas)} )?"
                rf"(?:{determiners} (?:(?!{any_of(words.joints)}\b)[\w'-]{{1,20}}\.? ){{0,4}}?"
                rf"|(?:[A-Z][\w'.-]{{0,20}} ){{1,3}}(?:[a-z]{{1,12}}-[a-z]{{1,12}} )?)?"
                rf"((?i:{title}))\b"
            )
        ),
        age_behind=LazyPattern(lambda: r", \d{1,3}(?:,| and\b)"),
        owner_gap=LazyPattern(
            lambda: rf"(?:'s?)?(?:-{any_of(words.installed)})? (?:[a-z]{{1,12}}-[a-z]{{1,12}} )?"
        ),
        binder=LazyPattern(lambda: rf" {binders} (?:{determiners} )?"),
        possession=LazyPattern(lambda: rf" {any_of(words.possession)} (?:{determiners} )?"),
    )
