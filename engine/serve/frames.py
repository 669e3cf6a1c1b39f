"""Objects through a pipe: each is a pickle, with its length before it.

Both ends are processes of belie's own, and nothing that came over the network is unpickled.
"""

from __future__ import annotations

import pickle
import struct
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from asyncio import StreamReader

__all__ = ["framed", "next_frame", "read_frame"]

_LENGTH = struct.Struct("!Q")


def framed(value: object) -> bytes:
    """``value`` as it goes through a pipe."""
    content = pickle.dumps(value)
    return _LENGTH.pack(len(content)) + content


def read_frame(source: BinaryIO) -> object:
    """The next object; ``None`` where there is none any more."""
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    return pickle.loads(source.read(*_LENGTH.unpack(head)))  # noqa: S301 - of our own process


async def next_frame(source: StreamReader) -> object:
    """The next object.

    Raises:
        IncompleteReadError: when it breaks off.
    """
    head = await source.readexactly(_LENGTH.size)
    return pickle.loads(await source.readexactly(*_LENGTH.unpack(head)))  # noqa: S301
