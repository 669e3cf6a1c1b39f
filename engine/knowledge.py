"""Where belie's knowledge lives, and how its files are read.

Kinds, words, world tables and rules are data beside the code. A YAML file is read into
a ``Document`` that remembers the line and column of every value, so that an error found
much later still points at the place to mend. Files are untrusted text: no tags beyond
plain YAML, no aliases, no file above a megabyte.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

__all__ = ["FACTS", "RULES", "Document", "KnowledgeError", "nearest", "parse_yaml", "read_yaml"]

_HOME = Path(__file__).resolve().parent
_MAX_BYTES = 1_000_000

Model = TypeVar("Model", bound=BaseModel)


def _folder(name: str) -> Path:
    """Beside the package when installed (``belie/facts``), at the top of a checkout otherwise."""
    installed = _HOME / name
    return installed if installed.is_dir() else _HOME.parent / name


FACTS = _folder("facts")
RULES = _folder("rules")


class KnowledgeError(Exception):
    """A file of knowledge that cannot be used.

    Attributes:
        path: the file.
        line: line of the offending value, counted from 1.
        column: its column, counted from 1.
        problem: what is wrong and what to do, in one sentence.
    """

    def __init__(self, path: Path, line: int, column: int, problem: str) -> None:
        super().__init__(f"{path}:{line}:{column}: {problem}")
        self.path = path
        self.line = line
        self.column = column
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as plain data, with the position of every value."""

    path: Path
    data: Any
    _root: yaml.Node

    def error(self, problem: str, at: Sequence[str | int] = (), offset: int = 0) -> KnowledgeError:
        """An error that points at the value under ``at``, a path of keys and indexes.

        Args:
            problem: what is wrong and what to do.
            at: keys and indexes from the root; where the path ends early, the last found.
            offset: columns further into a one-line value, as a parser counts them.
        """
        node = self._root
        for step in at:
            child = _child(node, step)
            if child is None:
                break
            node = child
        mark = node.start_mark
        quoted = isinstance(node, yaml.ScalarNode) and node.style in ("'", '"')
        column = mark.column + 1 + (offset + quoted if offset else 0)
        return KnowledgeError(self.path, mark.line + 1, column, problem)

    def parse(self, model: type[Model]) -> Model:
        """The data as ``model``.

        Raises:
            KnowledgeError: at the first value that does not fit, with the nearest right
                name where a key is unknown.
        """
        try:
            return model.model_validate(self.data)
        except ValidationError as failure:
            first = failure.errors()[0]
            at = [step for step in first["loc"] if isinstance(step, str | int)]
            problem = first["msg"].removeprefix("Value error, ")
            if first["type"] == "extra_forbidden":
                names = list(model.model_fields)
                problem = f"unknown key {at[-1]!r}{nearest(str(at[-1]), names)}"
            elif first["type"] == "missing":
                problem = f"the key {at[-1]!r} is missing"
            raise self.error(problem, at) from None


def _child(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child: yaml.Node = node.value[step]
        return child
    return None


def nearest(wanted: str, names: Iterable[str]) -> str:
    """``; did you mean 'x'?`` for the name closest to ``wanted``, or an empty string."""
    close = difflib.get_close_matches(wanted, list(names), n=1, cutoff=0.6)
    return f"; did you mean {close[0]!r}?" if close else ""


def read_yaml(path: Path) -> Document:
    """Reads one YAML file.

    Raises:
        KnowledgeError: when it cannot be read, is not UTF-8 or YAML, is above a megabyte,
            repeats a key, or uses an alias or a tag.
    """
    try:
        raw = path.read_bytes()
    except OSError as failure:
        raise KnowledgeError(path, 1, 1, f"cannot be read: {failure.strerror}") from None
    if len(raw) > _MAX_BYTES:
        raise KnowledgeError(path, 1, 1, f"has {len(raw):,} bytes; a million is the limit")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as failure:
        line = raw.count(b"\n", 0, failure.start) + 1
        raise KnowledgeError(path, line, 1, "is not UTF-8; save it as UTF-8") from None
    return parse_yaml(text, path)


def parse_yaml(text: str, path: Path) -> Document:
    """As ``read_yaml``, for a text that is already at hand; ``path`` is what errors name."""
    try:
        for token in yaml.scan(text, Loader=_Loader):
            if isinstance(token, yaml.AliasToken | yaml.AnchorToken | yaml.TagToken):
                mark = token.start_mark
                problem = "aliases, anchors and tags are not allowed; write the value out"
                raise KnowledgeError(path, mark.line + 1, mark.column + 1, problem)
        root = yaml.compose(text, Loader=_Loader)
        if root is None:
            raise KnowledgeError(path, 1, 1, "is empty")
        _refuse_repeated_keys(root, path)
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 - the safe loader, in C where built
        return Document(path, data, root)
    except yaml.MarkedYAMLError as failure:
        where = failure.problem_mark or failure.context_mark
        line, column = (where.line + 1, where.column + 1) if where else (1, 1)
        raise KnowledgeError(path, line, column, f"is not YAML: {failure.problem}") from None
    except yaml.reader.ReaderError as failure:
        raise KnowledgeError(path, 1, 1, f"is not YAML: {failure.reason}") from None


def _refuse_repeated_keys(node: yaml.Node, path: Path) -> None:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_repeated_keys(item, path)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                mark = key.start_mark
                problem = f"the key {key.value!r} stands twice; keep one"
                raise KnowledgeError(path, mark.line + 1, mark.column + 1, problem)
            seen.add(key.value)
            _refuse_repeated_keys(value, path)


_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
