"""What an editor asks and what it is answered: the side of the protocol."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from ..catalogue import describe_rule
from ..knowledge import KnowledgeError
from .actions import DISMISS, RULE, actions_at, dismiss
from .checking import Checked
from .diagnostics import diagnostics_of
from .documents import Document
from .hovering import reading_at
from .options import SECTION, Options, options_in
from .places import Places
from .positions import Encoding, Place
from .session import Session

__all__ = ["serve"]


def serve() -> None:
    """Serves one editor over standard input and output, until it says that it is done."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # what fails is said to the editor
    server = LanguageServer("belie", version("belie"))
    _Answers(server).register()
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as output:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing else gets between
        server.start_io(stdout=output)


class _Answers:
    """What belie answers an editor.

    Args:
        server: what speaks the protocol.
    """

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._session = Session(self._tell, self._fail)
        self._folder, self._options = Path(), Options()
        self._status = 1  # as the protocol has it, where no shutdown came before the exit

    def register(self) -> None:
        """Has the server answer so."""
        features: dict[str, Callable[..., object]] = {
            types.INITIALIZE: self._initialize,
            types.INITIALIZED: self._initialized,
            types.WORKSPACE_DID_CHANGE_CONFIGURATION: self._configure,
            types.TEXT_DOCUMENT_HOVER: self._hover,
            types.TEXT_DOCUMENT_CODE_ACTION: self._actions,
            types.SHUTDOWN: self._shut_down,
            types.EXIT: self._exit,
        }
        for name, answer in features.items():
            self._server.feature(name)(partial(answer))
        for name, answer in ((DISMISS, self._dismiss), (RULE, self._show_rule)):
            self._server.command(name)(partial(answer))
        # In the place of those of pygls, which end lines where the protocol does not.
        follow = self._server.protocol.fm.add_builtin_feature
        follow(types.TEXT_DOCUMENT_DID_OPEN, self._open)
        follow(types.TEXT_DOCUMENT_DID_CHANGE, self._change)
        follow(types.TEXT_DOCUMENT_DID_CLOSE, self._close)

    # -- the session ----------------------------------------------------------------------------

    def _initialize(self, params: types.InitializeParams) -> None:
        folders = [each.uri for each in params.workspace_folders or ()] or [params.root_uri]
        self._folder = Path((folders[0] and to_fs_path(folders[0])) or params.root_path or "")
        self._options = options_in(params.initialization_options, self._folder)

    async def _initialized(self, _: types.InitializedParams) -> None:
        self._session.begin(self._options)
        await self._ask_options()

    async def _configure(self, params: types.DidChangeConfigurationParams) -> None:
        settings = params.settings
        if isinstance(settings, dict) and SECTION in settings:
            self._session.set(options_in(settings[SECTION], self._folder))
        else:
            await self._ask_options()

    async def _ask_options(self) -> None:
        """Has the editor say what it is set to, where it can."""
        workspace = self._server.client_capabilities.workspace
        if workspace is None or not workspace.configuration:
            return
        asked = types.ConfigurationParams([types.ConfigurationItem(section=SECTION)])
        (given,) = await self._server.workspace_configuration_async(asked)
        if given:
            self._session.set(options_in(given, self._folder))

    async def _shut_down(self, _: None) -> None:
        await self._session.end()
        self._status = 0

    def _exit(self, _: None) -> None:
        os._exit(self._status)  # a thread of pygls waits for what the editor sends no more

    # -- documents ------------------------------------------------------------------------------

    def _open(self, params: types.DidOpenTextDocumentParams) -> None:
        opened = params.text_document
        self._session.open(
            Document(
                opened.uri, opened.language_id, opened.version, opened.text, self._encoding
            )
        )  # fmt: skip

    def _change(self, params: types.DidChangeTextDocumentParams) -> None:
        document = self._session.document(params.text_document.uri)
        if document is None:
            return
        for change in params.content_changes:
            where = getattr(change, "range", None)  # without one it is all of the text
            ends = [Place(x.line, x.character) for x in (where.start, where.end)] if where else None
            document.edit(ends, change.text, params.text_document.version)
        self._session.changed(document.uri)

    def _close(self, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        self._session.close(uri)
        self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _tell(self, checked: Checked) -> None:
        draft = checked.draft
        found = diagnostics_of(checked, self._places(checked))
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(draft.uri, found, draft.version)
        )

    def _fail(self, uri: str, fault: Exception) -> None:
        said = "".join(traceback.format_exception(fault))
        self._server.window_log_message(
            types.LogMessageParams(types.MessageType.Error, f"{uri} was not checked\n{said}")
        )

    def _places(self, checked: Checked) -> Places:
        return Places(checked, self._encoding)

    @property
    def _encoding(self) -> Encoding:
        """In whose code units the editor counts."""
        agreed = types.PositionEncodingKind(self._server.server_capabilities.position_encoding)
        return cast("Encoding", agreed.value)

    # -- what is asked of a document ------------------------------------------------------------

    async def _hover(self, params: types.HoverParams) -> types.Hover | None:
        checked = await self._session.checked(params.text_document.uri)
        if checked is None or checked.report is None:
            return None
        offset = self._places(checked).offset(params.position)
        read = reading_at(offset, checked.report, checked.kinds)
        plain = types.MarkupKind.PlainText  # nothing of the copy is taken for a mark
        return types.Hover(types.MarkupContent(plain, read)) if read else None

    async def _actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        checked = await self._session.checked(params.text_document.uri)
        if checked is None:
            return []
        return [*actions_at(params.range, checked, self._places(checked), params.context.only)]

    async def _dismiss(self, uri: str, fingerprint: str) -> str | None:
        """Dismisses a finding, and tells the editor what is left.

        Returns:
            The file that it was noted in; ``None`` where it could not be, which is shown.
        """
        path = to_fs_path(uri)
        try:
            if path is None:
                raise ValueError(f"{uri} is no file; save the copy before a finding is dismissed")
            written = dismiss(fingerprint, path)
        except (KnowledgeError, ValueError) as failure:
            return self._refused(str(failure))
        except OSError as failure:
            return self._refused(f"{failure.filename}: cannot be written: {failure.strerror}")
        await self._session.look()
        return str(written)

    async def _show_rule(self, uri: str, name: str) -> str | None:
        """Opens the file of a rule, where the editor can, and else says what it flags.

        Returns:
            The rule explained, as ``belie rule`` does.
        """
        checked = await self._session.checked(uri)
        rule = checked.rules.get(name) if checked is not None else None
        if rule is None:
            return self._refused(f"no rule {name!r} is applied to {uri}")
        window, text = self._server.client_capabilities.window, describe_rule(rule)
        if window is not None and window.show_document and window.show_document.support:
            file = rule.document.path.absolute().as_uri()
            await self._server.window_show_document_async(
                types.ShowDocumentParams(file, take_focus=True)
            )
        else:
            self._show(types.MessageType.Info, text.split("\nFlags when")[0].strip())
        return text

    def _refused(self, problem: str) -> str | None:
        self._show(types.MessageType.Error, problem)
        return None

    def _show(self, how: types.MessageType, text: str) -> None:
        self._server.window_show_message(types.ShowMessageParams(how, text))
