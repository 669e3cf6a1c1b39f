"""One editor's session: its documents, and what came of checking each.

All of it lives on the event loop but for the checks. These are made by a thread of their own, one
at a time, so that the editor is answered meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import TypeVar

from .checking import Checked, Draft, DraftChecker, Problem, SupersededError
from .documents import Document
from .options import Options

__all__ = ["Session"]

_PAUSE = 0.02
"""Seconds that a check waits for the next keystroke; what comes closer is checked together."""

_LOOK = 2.0
"""Seconds between two looks at the files that say what is in force."""

_Made = TypeVar("_Made")


@dataclass(eq=False)
class _Followed:
    """A document that is open.

    Attributes:
        document: as it is now.
        checked: what came of its last check.
        is_due: whether it has to be checked since then.
        stop: is set once nobody waits for the check that is being made.
        task: makes its checks, as long as any is due.
    """

    document: Document
    checked: Checked | None = None
    is_due: bool = False
    stop: Event = field(default_factory=Event)
    task: asyncio.Task[None] | None = None


class Session:
    """Follows the documents of an editor, and has each be checked when it has changed.

    Args:
        tell: is given what came of a check.
        fail: is given the name of a document whose check failed, and the fault.
    """

    def __init__(
        self, tell: Callable[[Checked], None], fail: Callable[[str, Exception], None]
    ) -> None:
        self._tell, self._fail = tell, fail
        self._followed: dict[str, _Followed] = {}
        self._thread = ThreadPoolExecutor(1, "check")
        self._checker: DraftChecker | None = None
        self._options = Options()
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, options: Options) -> None:
        """Loads what checks, before any document is open, and looks for changes from then on."""
        self.set(options)
        self._begin(self._watch())

    def set(self, options: Options) -> None:
        """Has every document be checked as ``options`` say."""
        if options != self._options:
            self._options = options
            self._begin(self._change(options))

    def open(self, document: Document) -> None:
        """Follows a document from now on."""
        followed = self._followed[document.uri] = _Followed(document)
        self._check(followed)

    def document(self, uri: str) -> Document | None:
        """The document of that name, where it is open."""
        followed = self._followed.get(uri)
        return followed.document if followed is not None else None

    def changed(self, uri: str) -> None:
        """Has a document be checked, as its text is another now."""
        self._check(self._followed[uri])

    def close(self, uri: str) -> None:
        """Follows a document no more."""
        followed = self._followed.pop(uri, None)
        if followed is not None:
            followed.stop.set()
            self._begin(self._run(lambda checker: checker.close(uri)))

    async def checked(self, uri: str) -> Checked | None:
        """What came of checking a document as it is now; ``None`` where it could not be."""
        followed = self._followed.get(uri)
        while followed is not None and followed.task is not None:
            await asyncio.shield(followed.task)
        return followed.checked if followed is not None else None

    async def look(self) -> None:
        """Has every document be checked again, if something has changed that is in force."""
        if await self._run(lambda checker: checker.refresh()):
            self._check_all()

    async def end(self) -> None:
        """Stops what is being done, and gives back all that is held."""
        for followed in self._followed.values():
            followed.stop.set()
        self._followed.clear()
        for task in self._tasks:
            task.cancel()
        await self._run(lambda checker: checker.close_all())
        self._thread.shutdown()

    def _check_all(self) -> None:
        for followed in self._followed.values():
            self._check(followed)

    def _check(self, followed: _Followed) -> None:
        followed.is_due = True
        followed.stop.set()
        if followed.task is None:
            followed.task = self._begin(self._follow(followed))

    async def _follow(self, followed: _Followed) -> None:
        """Checks a document until it is checked as it is."""
        uri = followed.document.uri
        try:
            while followed.is_due and self._followed.get(uri) is followed:
                await asyncio.sleep(_PAUSE)
                followed.is_due = False
                followed.stop = Event()
                checked = await self._made(_draft(followed.document), followed.stop)
                if checked is not None and not followed.is_due:
                    followed.checked = checked
                    self._tell(checked)
        finally:
            followed.task = None

    async def _made(self, draft: Draft, stop: Event) -> Checked | None:
        """What comes of a check, be it a fault; ``None`` where nobody waits for it any more."""

        def check(checker: DraftChecker) -> Checked | None:
            try:
                return checker.check(draft, stop.is_set)
            except SupersededError:
                return None

        try:
            return await self._run(check)
        except Exception as fault:  # noqa: BLE001 - of whatever sort: the next edit is checked again
            self._fail(draft.uri, fault)
            said = f"was not checked, for a fault of belie's own: {type(fault).__name__}: {fault}"
            return Checked(draft, problems=(Problem(said),))

    async def _change(self, options: Options) -> None:
        await self._run(lambda checker: checker.set(options))
        self._check_all()

    async def _watch(self) -> None:
        while True:
            await self.look()
            await asyncio.sleep(_LOOK)

    async def _run(self, ask: Callable[[DraftChecker], _Made]) -> _Made:
        """What the checker answers, in its thread."""

        def answer() -> _Made:
            if self._checker is None:
                self._checker = DraftChecker()
            return ask(self._checker)

        return await asyncio.get_running_loop().run_in_executor(self._thread, answer)

    def _begin(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)  # a loop holds no task by itself
        task.add_done_callback(self._tasks.discard)
        return task


def _draft(document: Document) -> Draft:
    return Draft(document.uri, document.path, document.suffix, document.version, document.text)
