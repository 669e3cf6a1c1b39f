import asyncio

import pytest

pytest.importorskip("pygls", reason="serves an editor only with belie[lsp]")

from belie.lsp import session as module
from belie.lsp.checking import Checked, Problem, SupersededError
from belie.lsp.documents import Document
from belie.lsp.session import Session


class Checker:
    """Checks a document in as long as its text says, or fails."""

    def __init__(self):
        self.stopped = []

    def check(self, draft, is_stopped):
        if draft.text == "fail":
            raise ZeroDivisionError("by zero")
        if draft.text == "long":
            while not is_stopped():
                pass
            self.stopped.append(draft.version)
            raise SupersededError
        return Checked(draft)

    def refresh(self):
        return False

    def close(self, uri):
        pass

    def close_all(self):
        pass


def session(monkeypatch):
    told, failed = [], []
    monkeypatch.setattr(module, "DraftChecker", Checker)
    return Session(told.append, lambda uri, fault: failed.append((uri, str(fault)))), told, failed


def test_a_fault_is_told_and_the_next_edit_is_checked(monkeypatch):
    async def run():
        made, told, failed = session(monkeypatch)
        document = Document("untitled:1", "plaintext", 1, "fail")
        made.open(document)
        checked = await made.checked(document.uri)
        said = "was not checked, for a fault of belie's own: ZeroDivisionError: by zero"
        assert checked.problems == (Problem(said),)
        assert failed == [("untitled:1", "by zero")]
        document.edit(None, "fine", 2)
        made.changed(document.uri)
        await made.checked(document.uri)
        assert [(each.draft.version, len(each.problems)) for each in told] == [(1, 1), (2, 0)]
        await made.end()

    asyncio.run(run())


def test_a_newer_version_stops_the_check_of_an_older_one(monkeypatch):
    async def run():
        made, told, _ = session(monkeypatch)
        document = Document("untitled:1", "plaintext", 1, "long")
        made.open(document)
        await asyncio.sleep(0.2)
        document.edit(None, "short", 2)
        made.changed(document.uri)
        checked = await made.checked(document.uri)
        assert (checked.draft.version, [each.draft.version for each in told]) == (2, [2])
        assert made._checker.stopped == [1]
        await made.end()

    asyncio.run(run())


def test_what_comes_close_together_is_checked_together(monkeypatch):
    async def run():
        made, told, _ = session(monkeypatch)
        document = Document("untitled:1", "plaintext", 1, "")
        made.open(document)
        for version in range(2, 9):
            document.edit(None, "x" * version, version)
            made.changed(document.uri)
            await asyncio.sleep(0)
        await made.checked(document.uri)
        assert [each.draft.version for each in told] == [8]
        await made.end()

    asyncio.run(run())


def test_a_check_ends_when_its_document_is_closed_or_the_session(monkeypatch):
    async def run(end):
        made, told, _ = session(monkeypatch)
        document = Document("untitled:1", "plaintext", 1, "long")
        made.open(document)
        await asyncio.sleep(0.2)
        await end(made, document)
        assert (told, made._checker.stopped) == ([], [1])

    async def close(made, document):
        made.close(document.uri)
        await made.end()

    asyncio.run(run(close))
    asyncio.run(run(lambda made, _: made.end()))
