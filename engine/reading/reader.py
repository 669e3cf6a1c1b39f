"""Article to facts: the one place where the rooms of reading come together."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial

from ..collector import collector_paused
from ..containment import contained
from ..kinds import Kind, Reads, shipped_kinds
from ..knowledge import kept
from ..model import Article, Event, Fact, Issue, Mention, Place, Span
from .blocks import dateline_end, find_blocks
from .cells import CellReader
from .chronicle.finder import Chronicle
from .completion import Completion
from .course import Bookmarks, Course
from .dates import RunningTime
from .events.finder import EventFinder
from .grammar.analysis import Analyser, Analysis
from .grammar.classes import Grammar
from .grammar.line import Line
from .meaning.attribution import AttributionFinder
from .meaning.circumstances import Circumstances, draft_name
from .meaning.mentions import Passage, name_facts
from .meaning.occasions import OccasionFinder
from .meaning.reference import Context
from .meaning.resolve import Resolver
from .meaning.scene import Scene
from .meaning.scopes import ScopeFinder
from .mentions import list_mentions
from .notes import notes_on
from .passages import blocks_of, dateline_places, parts_of, passages_of, quotations_of
from .phrases.book import Phrase, PhraseBook
from .phrases.matching import PhraseMatch, find_phrases
from .phrases.triggers import Triggers, admitted, supplied
from .reckoning.finder import Reckoner
from .sentence import Sentence, Words
from .sentences import split_sentences
from .speech.quotes import voiced
from .structures import STRUCTURES, Structure, by_roles, check_filled
from .universals.finder import UniversalFinder

__all__ = [
    "Reading", "analysed", "cell_reader", "check_kinds", "find_mentions", "found_phrases",
    "phrase_names", "read_article", "sentence_around",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one article.

    Attributes:
        facts: in reading order, the title before the text, with ids from ``f1``.
        errors: what could not be read.
        counts: how many sentences there are, and how many facts.
        notes: what could be understood better, and how.
        events: the happenings that the facts are about.
    """

    facts: tuple[Fact, ...]
    errors: tuple[Issue, ...]
    counts: Mapping[str, int]
    notes: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()


@collector_paused()
def read_article(
    article: Article, kinds: Mapping[str, Kind], bookmarks: Bookmarks | None = None
) -> Reading:
    """Every fact of ``kinds`` that ``article`` states.

    Args:
        article: the copy.
        kinds: of the facts, by name.
        bookmarks: from where an article that was read with them before is read on, if it is the
            one that was read last; the facts are the same.

    Raises:
        KnowledgeError: when a phrase of the kinds cannot be compiled, or nothing fills a field.
    """
    own = tuple(kind for kind in kinds.values() if not kind.compared)
    compared = [kind for kind in kinds.values() if kind.compared]
    for kind in compared:
        check_filled(kind)
    return _reader(own).read(article, compared, bookmarks)


def check_kinds(kinds: Mapping[str, Kind]) -> None:
    """Refuses ``kinds`` by which no article could be read; what it makes of them is used later.

    Raises:
        KnowledgeError: as for ``read_article``.
    """
    for kind in kinds.values():
        check_filled(kind)
    _reader(tuple(kind for kind in kinds.values() if not kind.compared))


def phrase_names(kinds: Mapping[str, Kind]) -> dict[tuple[str, int], str]:
    """What facts call the phrase that read them, by kind and place in its file."""
    phrases = _reader(tuple(kinds.values())).book.all
    return {(phrase.kind, phrase.number): phrase.name for phrase in phrases}


def found_phrases(
    article: Article, kinds: Mapping[str, Kind]
) -> Iterator[tuple[Line, PhraseMatch]]:
    """Every phrase of ``kinds`` found in ``article``, with the sentence as it was analysed."""
    book = _reader(tuple(kinds.values())).book
    for analysis in analysed(article, kinds):
        for match in find_phrases(book, analysis.line, analysis.clauses):
            yield analysis.line, match


def analysed(article: Article, kinds: Mapping[str, Kind]) -> Iterator[Analysis]:
    """Each sentence of ``article`` with its clauses, as it is analysed for ``kinds``."""
    yield from _reader(tuple(kinds.values())).analyses(article)


def find_mentions(article: Article, kinds: Mapping[str, Kind]) -> tuple[Mention, ...]:
    """Every number, date and name of ``article``, the title before the text.

    Unlike facts they are also looked for in datelines, bylines and what the page says around
    the story.
    """
    return tuple(_reader(tuple(kinds.values())).mentions(article))


def sentence_around(text: str, span: Span) -> Span:
    """The sentence of a title or a text in which ``span`` begins, as far as ``span`` goes."""
    for block in find_blocks(text):
        if block.start <= span.start < block.end:
            for sentence in split_sentences(text, dateline_end(text, block), block.end):
                if span.start < sentence.end:
                    return Span(min(sentence.start, span.start), max(sentence.end, span.end))
    return span


def cell_reader(kinds: Mapping[str, Kind]) -> tuple[CellReader, Completion]:
    """What reads the cells of tables, and completes their facts, as copy is read."""
    analyser = _reader(tuple(kinds.values())).analyser
    return CellReader(analyser), Completion(analyser.grammar)


@lru_cache(maxsize=4)
def _reader(kinds: tuple[Kind, ...]) -> _Reader:
    by_name = {kind.name: kind for kind in kinds}
    shipped = {name: kind for name, kind in shipped_kinds().items() if not kind.compared}
    if by_name != shipped:
        return _Reader(by_name)
    return kept("reader", lambda: _Reader(by_name), by_name)


class _Reader:
    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = kinds
        grammar = Grammar()
        self.book = PhraseBook(kinds, grammar)
        self.analyser = Analyser(grammar)
        self._triggers = Triggers(self.book.all, grammar.vocabulary, grammar.closed)
        self._attributions = AttributionFinder(grammar)
        self._circumstances = Circumstances(grammar)
        self._resolver = Resolver(kinds, grammar, self._circumstances)
        self._occasions = OccasionFinder(kinds, grammar)
        self._events = EventFinder(kinds, grammar)
        self._reckoner = Reckoner()
        self._chronicle = Chronicle(grammar, self._circumstances)
        self._universals = UniversalFinder(grammar, self._circumstances)
        self._naming = [kind for kind in kinds.values() if kind.reads == "names"]
        self._scopes = ScopeFinder(grammar)
        self._fields = [
            (kind, make(kind, grammar, self._circumstances))
            for kind in kinds.values()
            for make in by_roles(kind)
        ]
        self._structures: dict[Reads, Structure] = {}
        for kind in kinds.values():
            check_filled(kind)
            if kind.reads in STRUCTURES:
                self._structure(kind.reads)

    def read(
        self,
        article: Article,
        compared: Iterable[Kind] = (),
        bookmarks: Bookmarks | None = None,
    ) -> Reading:
        """What ``article`` states, of the reader's kinds and of those ``compared``.

        With ``bookmarks`` what was read of it before is not read again.
        """
        kinds = {**self._kinds, **{kind.name: kind for kind in compared}}
        built = self._built(kinds)
        context = Context(self.analyser.grammar, article.id or "", headline=article.title or "")
        drafts: list[Fact] = []
        errors: list[Issue] = []
        whole: list[Sentence] = []
        dateline: list[Place] = []
        events: tuple[Event, ...] = ()
        for part, text, names in parts_of(article):
            with contained(errors, f"the {part} was not read", part):
                blocks = blocks_of(text)
                quotations = quotations_of(text, blocks)
                passages = list(passages_of(part, text, blocks, names))
                course, kept = Course(context), bookmarks if part == "text" else None
                if kept is not None:
                    key = self._key(article, kinds)
                    course = kept.resumed(key, passages, quotations) or course
                context = course.context
                context.quotations = quotations
                self._read_on(course, passages, article.published, built, kept)
                errors += course.errors
                own, read = course.facts, course.sentences
                alone = partial(self._alone, context)
                dating = [] if part == "title" else whole + read  # a headline's are in the text
                own += self._chronicle.facts(kinds.values(), dating, alone, drafts + own)
                own += self._universals.facts(kinds.values(), read, alone, context.told)
                settled = self._occasions.settle(own, read)
                drafts += voiced(settled, quotations, kinds)
                whole += read
                dateline += dateline_places(text, blocks, names)
        with contained(errors, "its figures were not reckoned up"):
            drafts += self._reckoner.facts(kinds.values(), whole, article.published, drafts)
        with contained(errors, "what happened was not told apart"):
            drafts, events = self._events.settle(drafts, whole, dateline)
        facts = _numbered(drafts, article.id)
        counts = {"sentences": len(whole), "facts": len(facts)}
        return Reading(facts, tuple(errors), counts, tuple(notes_on(article, len(facts))), events)

    def _key(self, article: Article, kinds: Mapping[str, Kind]) -> Hashable:
        """By what else than themselves, and what is near, the sentences of ``article`` are read."""
        text, title = article.text, article.title or ""
        matter = [structure.matter(text, title) for _, structure in self._fields]
        said = self._scopes.matter(text)
        return self, article.id, title, article.published, (*kinds,), (*matter, said)

    def _read_on(
        self,
        course: Course,
        passages: Sequence[Passage],
        published: date | None,
        built: Sequence[tuple[Kind, Structure]],
        bookmarks: Bookmarks | None,
    ) -> None:
        """Reads those of the ``passages`` of a part that have not been read."""
        context = course.context
        words = Words if bookmarks is None else bookmarks.words
        for passage in passages[course.done :]:
            if bookmarks is not None:
                bookmarks.mark(course)
            worded = words(passage.sentence, published)
            sentence = Sentence(passage, worded, self.analyser, context.quotations)
            sentence.goes_on = context.turn()
            course.done += 1
            where = passage.part, passage.span
            with contained(course.errors, "this sentence was not read", *where):
                found = self._read_next(sentence, course, built)
                course.facts += sorted(found, key=lambda fact: fact.span)
                course.sentences.append(sentence)

    def _read_next(
        self, sentence: Sentence, course: Course, built: Iterable[tuple[Kind, Structure]]
    ) -> list[Fact]:
        """What the next sentence of a part states."""
        context = course.context
        before, course.skipped = course.skipped, None
        found = self._mentioned(sentence, context)
        phrases = self._triggers.phrases(sentence)
        structures = [pair for pair in built if pair[1].concerns(sentence)]
        if not phrases and not structures:
            course.skipped = sentence
            return found
        if before is not None:  # "it" and "the city" reach one sentence back
            context.note(before.line)
        matches = self._matches(sentence, phrases)
        if matches or structures:
            course.scene = self._scene(sentence, context, course.scene)
            stated = self._stated(course.scene, matches)
            for kind, structure in structures:
                stated += structure.facts(kind, course.scene, stated)
            found += stated
        context.note(sentence.line)
        return found

    def _built(self, kinds: Mapping[str, Kind]) -> list[tuple[Kind, Structure]]:
        """What reads each of ``kinds``, but for those that are read by phrases alone."""
        structured = (kind for kind in kinds.values() if kind.reads in STRUCTURES)
        return [*self._fields, *((kind, self._structure(kind.reads)) for kind in structured)]

    def _structure(self, reads: Reads) -> Structure:
        if reads not in self._structures:
            make = STRUCTURES[reads]
            self._structures[reads] = make(self.analyser.grammar, self._circumstances)
        return self._structures[reads]

    def analyses(self, article: Article) -> Iterator[Analysis]:
        """Each sentence of ``article``, the title before the text."""
        for part, text, names in parts_of(article):
            blocks = blocks_of(text)
            quotations = quotations_of(text, blocks)
            for passage in passages_of(part, text, blocks, names):
                worded = Words(passage.sentence, article.published)
                yield Sentence(passage, worded, self.analyser, quotations).analysis

    def mentions(self, article: Article) -> Iterator[Mention]:
        """What ``article`` mentions."""
        for part, text, names in parts_of(article):
            blocks = find_blocks(text)
            running = RunningTime()
            for passage in passages_of(part, text, blocks, names, with_datelines=True):
                worded = Words(passage.sentence, article.published)
                dates = running.resolved(worded.dates)
                yield from list_mentions(passage, dates, worded.all_numbers)

    def _matches(self, sentence: Sentence, phrases: Iterable[Phrase]) -> list[PhraseMatch]:
        """Where ``phrases`` are found, after what makes sure that most are not."""
        passage = sentence.passage
        phrases = admitted(phrases, passage.text, passage.span)
        phrases = supplied(phrases, sentence.line().codes) if phrases else phrases
        if not phrases:
            return []
        analysis = sentence.analysis
        return list(find_phrases(self.book, analysis.line, analysis.clauses, phrases))

    def _mentioned(self, sentence: Sentence, context: Context) -> list[Fact]:
        """The facts of kinds that read mentions rather than phrases."""
        facts: list[Fact] = []
        passage = sentence.passage
        for kind in self._naming if passage.names else ():
            facts += name_facts(kind, passage, context.spellings)
        return facts

    def _scene(self, sentence: Sentence, context: Context, before: Scene | None) -> Scene:
        analysis, passage = sentence.analysis, sentence.passage
        attributions = self._attributions.find(analysis.line, analysis.clauses, context)
        last_time = before.last_time if before is not None else None
        return Scene(
            analysis, attributions, context, passage.part, passage.block, sentence.published,
            last_time,
        )  # fmt: skip

    def _alone(self, context: Context, sentence: Sentence) -> Scene:
        return self._scene(sentence, context, None)

    def _stated(self, scene: Scene, matches: Iterable[PhraseMatch]) -> list[Fact]:
        """The facts that phrases read from a sentence."""
        facts: list[Fact] = []
        for match in matches:
            facts += self._resolver.facts(match, scene)
        return facts


def _numbered(drafts: Sequence[Fact], article: str | None) -> tuple[Fact, ...]:
    """The facts by name, those of the headline first, which the text may have been read for."""
    drafts = sorted(drafts, key=lambda draft: draft.part != "title")
    ids = {draft_name(draft): f"f{n}" for n, draft in enumerate(drafts, 1) if not draft.part_of}
    return tuple(
        replace(draft, id=f"f{n}", part_of=ids.get(draft.part_of or ""), article=article)
        for n, draft in enumerate(drafts, 1)
    )
