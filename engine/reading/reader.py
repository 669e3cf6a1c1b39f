"""Article to facts: the one place where the rooms of reading come together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache, partial

from ..collector import collector_paused
from ..containment import contained
from ..kinds import Kind, Reads, shipped_kinds
from ..knowledge import kept
from ..model import Article, Event, Fact, Issue, Mention, Place, Span
from .blocks import dateline_end, find_blocks
from .cells import CellReader
from .chronicle.finder import Chronicle
from .completion import Completion
from .dates import DateMention, RunningTime, find_dates
from .events.finder import EventFinder
from .glance import Glance
from .grammar.analysis import Analyser, Analysis, place_mentions
from .grammar.classes import Grammar
from .grammar.line import Line, mention_code
from .meaning.attribution import AttributionFinder
from .meaning.circumstances import Circumstances, draft_name
from .meaning.mentions import Passage, name_facts
from .meaning.occasions import OccasionFinder
from .meaning.quotation import Quotations
from .meaning.reference import Context
from .meaning.resolve import Resolver
from .meaning.scene import Scene
from .mentions import list_mentions
from .notes import notes_on
from .numbers import Number, find_numbers
from .passages import blocks_of, dateline_places, parts_of, passages_of, quotations_of
from .phrases.book import Phrase, PhraseBook
from .phrases.matching import PhraseMatch, find_phrases
from .phrases.triggers import Triggers, admitted, supplied
from .reckoning.finder import Reckoner
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
def read_article(article: Article, kinds: Mapping[str, Kind]) -> Reading:
    """Every fact of ``kinds`` that ``article`` states.

    Raises:
        KnowledgeError: when a phrase of the kinds cannot be compiled, or nothing fills a field.
    """
    own = tuple(kind for kind in kinds.values() if not kind.compared)
    compared = [kind for kind in kinds.values() if kind.compared]
    for kind in compared:
        check_filled(kind)
    return _reader(own).read(article, compared)


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


class _Sentence(Glance):
    """A passage with what is in it, which is looked for once, and only when it is asked for."""

    def __init__(
        self,
        passage: Passage,
        published: date | None,
        analyser: Analyser,
        quotations: Quotations,
    ) -> None:
        super().__init__(passage.sentence)
        self.passage = passage
        self.published = published
        self._analyser = analyser
        self._quotations = quotations

    @cached_property
    def dates(self) -> Sequence[DateMention]:
        return find_dates(self.text, self.published)

    @cached_property
    def numbers(self) -> Sequence[Number]:
        return [number for number in self.all_numbers if number.figure]

    @cached_property
    def all_numbers(self) -> Sequence[Number]:
        """Its numbers, with those that no fact is made of."""
        return find_numbers(self.text, self)

    def line(self) -> Line:
        """Its noun phrases and words."""
        return self._chunked

    @cached_property
    def analysis(self) -> Analysis:
        return self._analyser.find_clauses(self._chunked)

    @cached_property
    def figures(self) -> frozenset[str]:
        """The codes of the numbers in it."""
        return frozenset(map(mention_code, self.numbers))

    def spoken(self) -> bool:
        """Whether a quotation that runs over it says something in it."""
        return self._quotations.speak(self.passage.span)

    @cached_property
    def _chunked(self) -> Line:
        passage = self.passage
        mentions = place_mentions(passage.span, self.dates, passage.names, self.numbers)
        return self._analyser.chunk(passage.text, passage.span, mentions)


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
        self._fields: list[tuple[Kind, Structure]] = [
            (kind, make(kind, grammar, self._circumstances))
            for kind in kinds.values()
            for make in by_roles(kind)
        ]
        self._structures: dict[Reads, Structure] = {}
        for kind in kinds.values():
            check_filled(kind)
            if kind.reads in STRUCTURES:
                self._structure(kind.reads)

    def read(self, article: Article, compared: Iterable[Kind] = ()) -> Reading:
        """What ``article`` states, of the reader's kinds and of those ``compared``."""
        kinds = {**self._kinds, **{kind.name: kind for kind in compared}}
        built = self._built(kinds)
        context = Context(self.analyser.grammar, article.id or "", headline=article.title or "")
        drafts: list[Fact] = []
        errors: list[Issue] = []
        whole: list[_Sentence] = []
        dateline: list[Place] = []
        events: tuple[Event, ...] = ()
        for part, text, names in parts_of(article):
            with contained(errors, f"the {part} was not read", part):
                scene: Scene | None = None
                skipped: _Sentence | None = None
                read: list[_Sentence] = []
                own: list[Fact] = []
                blocks = blocks_of(text)
                context.quotations = quotations = quotations_of(text, blocks)
                for passage in passages_of(part, text, blocks, names):
                    sentence = _Sentence(passage, article.published, self.analyser, quotations)
                    before, skipped = skipped, None
                    with contained(errors, "this sentence was not read", part, passage.span):
                        found = self._mentioned(sentence, context)
                        phrases = self._triggers.phrases(sentence)
                        structures = [pair for pair in built if pair[1].concerns(sentence)]
                        if phrases or structures:
                            if before is not None:  # "it" and "the city" reach one sentence back
                                context.note(before.line)
                            matches = self._matches(sentence, phrases)
                            if matches or structures:
                                scene = self._scene(sentence, context, scene)
                                stated = self._stated(scene, matches)
                                for kind, structure in structures:
                                    stated += structure.facts(kind, scene, stated)
                                found += stated
                            context.note(sentence.line)
                        else:
                            skipped = sentence
                        own += sorted(found, key=lambda fact: fact.span)
                        read.append(sentence)
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
                yield _Sentence(passage, article.published, self.analyser, quotations).analysis

    def mentions(self, article: Article) -> Iterator[Mention]:
        """What ``article`` mentions."""
        for part, text, names in parts_of(article):
            blocks = find_blocks(text)
            quotations, running = quotations_of(text, blocks), RunningTime()
            for passage in passages_of(part, text, blocks, names, with_datelines=True):
                sentence = _Sentence(passage, article.published, self.analyser, quotations)
                dates = running.resolved(sentence.dates)
                yield from list_mentions(passage, dates, sentence.all_numbers)

    def _matches(self, sentence: _Sentence, phrases: Iterable[Phrase]) -> list[PhraseMatch]:
        """Where ``phrases`` are found, after what makes sure that most are not."""
        passage = sentence.passage
        phrases = admitted(phrases, passage.text, passage.span)
        phrases = supplied(phrases, sentence.line().codes) if phrases else phrases
        if not phrases:
            return []
        analysis = sentence.analysis
        return list(find_phrases(self.book, analysis.line, analysis.clauses, phrases))

    def _mentioned(self, sentence: _Sentence, context: Context) -> list[Fact]:
        """The facts of kinds that read mentions rather than phrases."""
        facts: list[Fact] = []
        passage = sentence.passage
        for kind in self._naming if passage.names else ():
            facts += name_facts(kind, passage, context.spellings)
        return facts

    def _scene(self, sentence: _Sentence, context: Context, before: Scene | None) -> Scene:
        analysis, passage = sentence.analysis, sentence.passage
        attributions = self._attributions.find(analysis.line, analysis.clauses, context)
        last_time = before.last_time if before is not None else None
        return Scene(
            analysis, attributions, context, passage.part, passage.block, sentence.published,
            last_time,
        )  # fmt: skip

    def _alone(self, context: Context, sentence: _Sentence) -> Scene:
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
