"""What is made of belie's own files, kept from one process to the next.

To read the kinds, the words and the tables of the world takes longer than to read an article.
What is made of them is therefore kept beside the bytecode of this package, as Python keeps its
modules: where ``sys.pycache_prefix`` says, for one version of Python, and never where bytecode
is not to be written. It is good for as long as no file that it is made of has changed, which is
told by path, size and time: where a build sets times back, it has to be deleted.

As with bytecode, whoever can write there can change what belie does, for what is kept is
pickled; they could as well change its modules.
"""

from __future__ import annotations

import os
import pickle
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import _lru_cache_wrapper, cache, cached_property, lru_cache
from importlib.util import MAGIC_NUMBER, source_hash
from io import BytesIO
from pathlib import Path
from types import MappingProxyType, MethodType
from typing import Any, TypeVar, cast

from .beside_bytecode import path_beside, read_beside, write_beside
from .lazy import LazyPattern

__all__ = ["Store"]

_PROTOCOL = 5
_BYTECODE = "__pycache__"
_HEAP = 1 << 9  # the flag of a class written in Python
_OWN = {
    "__getstate__", "__new__", "__reduce__", "__reduce_ex__", "__setattr__", "__setstate__",
    "__slots__",
}  # fmt: skip

Made = TypeVar("Made")


class Store:
    """Keeps what is made of files.

    Args:
        home: the folder of the modules beside whose bytecode it keeps.
        sources: folders; what is made of any file below them, or by it, can be kept.
    """

    def __init__(self, home: Path, sources: Sequence[Path]) -> None:
        self._home = home
        self._sources = sources

    def kept(
        self, name: str, make: Callable[[], Made], known: Mapping[str, object] | None = None
    ) -> Made:
        """What ``make`` gives, or gave to another process while the sources were the same.

        It is made where what is kept is missing, damaged, or of other sources or another
        version of Python. What cannot be kept is made each time, and nothing said of it.

        Args:
            name: what it is called, once among all that is kept.
            make: gives what can be pickled.
            known: what it refers to that is not kept with it, by name.
        """
        known = known or {}
        try:
            path, head = self.path(name), self._head
        except (NotImplementedError, OSError):  # Python keeps no bytecode, or there are no files
            return make()
        with suppress(Exception):  # missing, or damaged in whatever way
            return cast("Made", _read(path, head, known))
        made = make()
        if not sys.dont_write_bytecode:
            with suppress(Exception):  # a full disk, say: no matter of the user's
                _write(path, head, made, known)
        return made

    def path(self, name: str) -> Path:
        """Where it is kept.

        Raises:
            NotImplementedError: where Python keeps no bytecode.
        """
        return path_beside(self._home / f"{name}.py")

    @cached_property
    def _head(self) -> bytes:
        """What a kept file begins with: the version of Python, and the state of the sources."""
        files = sorted(found for folder in self._sources for found in _files(str(folder)))
        return MAGIC_NUMBER + source_hash(repr(files).encode())


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    """Every file below ``folder``: its path, its size, and when it was changed."""
    for entry in os.scandir(folder):
        if not entry.is_dir():
            said = entry.stat()
            yield entry.path, said.st_size, said.st_mtime_ns
        elif entry.name != _BYTECODE:
            yield from _files(entry.path)


def _read(path: Path, head: bytes, known: Mapping[str, object]) -> object:
    """What is kept at ``path``; an exception of any sort where it is not good."""
    return _Unpickler(read_beside(path, head), known).load()


def _write(path: Path, head: bytes, made: object, known: Mapping[str, object]) -> None:
    """Puts what was made at ``path``."""
    content = BytesIO()
    _Pickler(content, known).dump(made)
    write_beside(path, head, content.getbuffer())


class _Pickler(pickle.Pickler):
    """Pickles what Python does not, or so that it is back sooner."""

    def __init__(self, file: BytesIO, known: Mapping[str, object]) -> None:
        super().__init__(file, _PROTOCOL)
        self._names = {id(value): name for name, value in known.items()}

    def persistent_id(self, value: object) -> str | None:
        """The name of something known."""
        return self._names.get(id(value))

    def reducer_override(self, value: Any) -> Any:  # noqa: ANN401 - whatever there is
        """An expression comes back uncompiled, and what was remembered is forgotten."""
        match value:
            case re.Pattern():
                return LazyPattern, (value.pattern, value.flags)
            case MappingProxyType():
                return _proxy, (dict(value),)
            case _lru_cache_wrapper(__wrapped__=MethodType() as method):
                return _remembered, (method, value.cache_parameters()["maxsize"])
        kind = value.__class__
        if names := _arguments(kind):
            return kind, tuple(getattr(value, name) for name in names)
        if _is_plain(kind):
            return _bare, (kind,), vars(value), None, None, _set
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    def __init__(self, content: memoryview, known: Mapping[str, object]) -> None:
        super().__init__(BytesIO(content))
        self._known = known

    def persistent_load(self, name: str) -> object:
        """What is known by a name."""
        return self._known[name]


@cache
def _arguments(kind: type) -> tuple[str, ...]:
    """What frozen data is made of, in order; its constructor is quicker than what Python does."""
    slotted = is_dataclass(kind) and "__slots__" in vars(kind) and hasattr(kind, "__setstate__")
    parts = fields(kind) if slotted else ()
    return tuple(
        part.name for part in parts if all(each.init and not each.kw_only for each in parts)
    )


@cache
def _is_plain(kind: type) -> bool:
    """Whether the objects of a class have attributes, and nothing else is to be known of them."""
    own = kind.__mro__[:-1]
    return all(each.__flags__ & _HEAP and not _OWN & vars(each).keys() for each in own)


def _bare(kind: type) -> object:
    """An object of a class before its constructor has seen it."""
    return object.__new__(kind)


def _set(made: object, attributes: Mapping[str, object]) -> None:
    """One by one, as a constructor does: so they are found quicker later than set all at once."""
    for name, value in attributes.items():
        setattr(made, name, value)


def _proxy(mapping: dict[Any, Any]) -> Mapping[Any, Any]:
    """A mapping that only shows; its class has no name by which it could be pickled."""
    return MappingProxyType(mapping)


def _remembered(method: Callable[..., object], most: int | None) -> Callable[..., object]:
    """A method that remembers so many answers."""
    return lru_cache(maxsize=most)(method)
