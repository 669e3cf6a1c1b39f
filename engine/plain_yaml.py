"""YAML as belie takes it: plain data, and the place of every value.

Files are untrusted text: no tags beyond plain YAML, no aliases, no key twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Any, cast

import yaml

from .errors import BelieError

__all__ = ["NotReadError", "place_of", "plain_data"]

_MAX_DEPTH = 40  # a parser in C that recurses deeper takes the whole process with it


class NotReadError(BelieError, ValueError):
    """What keeps a text from being read.

    Attributes:
        line: where it stands, counted from 1.
        column: the same.
        problem: what is wrong and what to do, in one sentence.
    """

    line: int
    column: int

    def __init__(self, line: int, column: int, problem: str) -> None:
        super().__init__(f"{line}:{column}: {problem}")
        self.line = line
        self.column = column
        self.problem = problem


def plain_data(text: str) -> Any:  # noqa: ANN401 - what YAML can say
    """The data of a text.

    Raises:
        NotReadError: when it is not YAML, or more than plain YAML, or repeats a key.
    """
    try:
        return _plain(text)
    except (_NotPlainError, yaml.YAMLError, ValueError):
        return _examined(text)  # which says what is wrong, and where


def place_of(text: str, at: Sequence[str | int], offset: int = 0) -> tuple[int, int]:
    """Line and column, counted from 1, of the value under ``at``, a path of keys and indexes.

    Args:
        text: which can be read.
        at: keys and indexes from the root; where the path ends early, the last found.
        offset: columns further into the value, as a parser counts them; of no use, and left
            out, where the value runs over several lines.
    """
    node = cast(yaml.Node, _composed(text))  # which is not empty, for it was read
    for step in at:
        child = _child(node, step)
        if child is None:
            break
        node = child
    mark = node.start_mark
    column = mark.column + 1
    if isinstance(node, yaml.ScalarNode) and node.end_mark.line == mark.line:
        column += offset + (node.style in ("'", '"') if offset else 0)
    return mark.line + 1, column


def _child(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child: yaml.Node = node.value[step]
        return child
    return None


def _examined(text: str) -> Any:  # noqa: ANN401 - what YAML can say
    """The data of a text; slower than ``_plain``, and exact about what is wrong."""
    try:
        _refuse_beyond_plain(text)
        root = _composed(text)
        if root is None:
            raise NotReadError(1, 1, "is empty")
        _refuse_odd_keys(root)
        return _Loader("").construct_document(root)
    except yaml.MarkedYAMLError as failure:
        where = failure.problem_mark or failure.context_mark
        line, column = (where.line + 1, where.column + 1) if where else (1, 1)
        problem = _IN_WORDS.get(failure.problem or "", failure.problem)
        if (opened := _quoted_over_lines(text)) is not None:
            line, column = opened.line + 1, opened.column + 1
            problem = "a quote that opens here is not closed"
        raise NotReadError(line, column, f"is not YAML: {problem}") from None
    except yaml.reader.ReaderError as failure:
        raise NotReadError(1, 1, f"is not YAML: {failure.reason}") from None


def _quoted_over_lines(text: str) -> yaml.Mark | None:
    """Where the last text in quotes begins that goes on in further lines, before what is wrong.

    A quote that is missing ends at the next one, lines further on, and only then is it wrong.
    """
    opened: yaml.Mark | None = None
    try:
        for token in yaml.scan(text, Loader=_Loader):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                over = token.end_mark.line > token.start_mark.line
                opened = token.start_mark if over else opened
    except yaml.MarkedYAMLError as failure:
        if failure.context_mark is not None and "quoted" in str(failure.context):
            return failure.context_mark
    return opened


@lru_cache(maxsize=8)
def _composed(text: str) -> yaml.Node | None:
    """The nodes of a text, each with its place; ``None`` of an empty one."""
    return yaml.compose(text, Loader=_Loader)


_IN_WORDS = {
    "mapping values are not allowed here": "a text with a colon in it needs quotes",
    "mapping values are not allowed in this context": "a text with a colon in it needs quotes",
}
"""What is wrong where its own words, which differ by how YAML is parsed, would not help."""


class _NotPlainError(Exception):
    """What a text holds is not the plainest YAML."""


class _Open:
    """A list or mapping while it is read, with the key that waits for its value."""

    __slots__ = ("data", "key", "seen")

    def __init__(self, data: Any) -> None:  # noqa: ANN401 - a list or a mapping
        self.data = data
        self.key: Any = _NO_KEY
        self.seen: set[str] = set()


def _plain(text: str) -> Any:  # noqa: ANN401 - what YAML can say
    """The data of a text of the plainest YAML, straight from the events of the parser.

    Raises:
        _NotPlainError: where there is anything else in it, which need not be wrong.
        yaml.YAMLError: where it is not YAML.
    """
    top = _Open([])
    above = [top]
    events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
    for event in events:
        sort = type(event)
        if sort in _ENDS:
            above.pop()
        elif sort in _BEGINNINGS:
            if event.anchor or event.tag or len(above) > _MAX_DEPTH:
                raise _NotPlainError
            value = _scalar(event) if sort is yaml.ScalarEvent else _BEGINNINGS[sort]()
            _put(value, event, above[-1])
            if sort is not yaml.ScalarEvent:
                above.append(_Open(value))
        elif sort is yaml.AliasEvent:
            raise _NotPlainError
    if len(top.data) != 1:
        raise _NotPlainError
    return top.data[0]


def _put(value: Any, event: yaml.NodeEvent, holder: _Open) -> None:  # noqa: ANN401
    """Puts what an event says into the list or mapping that holds it."""
    if isinstance(holder.data, list):
        holder.data.append(value)
    elif holder.key is _NO_KEY:
        if not isinstance(event, yaml.ScalarEvent) or event.value in holder.seen:
            raise _NotPlainError
        holder.seen.add(event.value)
        holder.key = value
    else:
        holder.data[holder.key] = value
        holder.key = _NO_KEY


def _scalar(event: yaml.ScalarEvent) -> Any:  # noqa: ANN401 - what YAML can say
    said: str = event.value
    if event.implicit[0]:  # neither in quotation marks nor a block
        for tag, pattern in _Loader.yaml_implicit_resolvers.get(said[:1], ()):
            if pattern.match(said):
                return _typed(tag, said)
    return said


@lru_cache(maxsize=1024)
def _typed(tag: str, said: str) -> Any:  # noqa: ANN401 - a number, a date or nothing
    if tag.rpartition(":")[2] not in _TYPED:
        raise _NotPlainError
    return _Loader("").construct_object(yaml.ScalarNode(tag, said))


def _refuse_beyond_plain(text: str) -> None:
    try:
        _refuse_tokens(text)
    except yaml.MarkedYAMLError as failure:
        # The scanner looks ahead, so it may fail before it has given the tokens that stand before
        # its failure; where these are too deep already, that is what is wrong.
        if failure.problem_mark:
            with suppress(yaml.YAMLError):
                _refuse_tokens(text[: failure.problem_mark.index])
        raise


def _refuse_tokens(text: str) -> None:
    depth = 0
    for token in yaml.scan(text, Loader=_Loader):
        problem = ""
        if isinstance(token, yaml.AliasToken | yaml.AnchorToken | yaml.TagToken):
            problem = "aliases, anchors and tags are not allowed; write the value out"
        depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
        if depth > _MAX_DEPTH:
            problem = f"is nested deeper than {_MAX_DEPTH} levels"
        if problem:
            mark = token.start_mark
            raise NotReadError(mark.line + 1, mark.column + 1, problem)


def _refuse_odd_keys(node: yaml.Node) -> None:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_odd_keys(item)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            problem = ""
            if not isinstance(key, yaml.ScalarNode):
                problem = "a key is one plain word"
            elif key.value in seen:
                problem = f"the key {key.value!r} stands twice; keep one"
            if problem:
                mark = key.start_mark
                raise NotReadError(mark.line + 1, mark.column + 1, problem)
            seen.add(key.value)
            _refuse_odd_keys(value)


_OPENING = (
    yaml.BlockSequenceStartToken,
    yaml.BlockMappingStartToken,
    yaml.FlowSequenceStartToken,
    yaml.FlowMappingStartToken,
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
_BEGINNINGS: dict[type, Callable[[], Any]] = {
    yaml.ScalarEvent: str,
    yaml.SequenceStartEvent: list,
    yaml.MappingStartEvent: dict,
}
_ENDS = {yaml.SequenceEndEvent, yaml.MappingEndEvent}
_TYPED = {"int", "float", "null", "timestamp"}
_NO_KEY = object()
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """The safe loader, in C where built, for which ``no``, ``on`` and ``off`` are words."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: ANN401
        """As the loader does; a value out of range, such as 31 June, is an error that points."""
        try:
            return super().construct_object(node, deep=deep)
        except ValueError as failure:
            mark = node.start_mark
            raise yaml.constructor.ConstructorError(None, None, str(failure), mark) from None


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":bool")]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}
