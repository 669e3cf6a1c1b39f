"""A real client at the real server, over standard input and output."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="serves an editor only with belie[lsp]")
pytest.importorskip("pytest_lsp", reason="pytest-lsp comes with belie[test-faces]")

import pytest_asyncio
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient
from pytest_lsp.client import register_lsp_features

pytestmark = pytest.mark.asyncio(loop_scope="module")

COMMAND = [sys.executable, "-m", "belie", "lsp"]
ERROR, WARNING, INFORMATION = 1, 2, 3

TWICE = (
    "A boiler burst in Leeds on Monday and killed four people, the police said.\n\n"
    "The seven people killed in Leeds on Monday had worked nearby, the police said.\n"
)
FRONT = "---\ntitle: Boiler bursts 🔥\ndate: 2024-03-06\n---\n\n"
PAGE = f"""<html><head><title>Boiler bursts in Leeds</title>
<meta property="article:published_time" content="2024-03-06"></head><body><article>
<h1>Boiler bursts in Leeds</h1>
<p>😀 A boiler burst in <b>Leeds</b> on Monday and killed&nbsp;four people, the police said.</p>
<p>The seven people killed in Leeds on Monday had worked nearby, the police said.</p>
<p>{"The street was closed for the rest of the week while the wall was made safe. " * 4}</p>
</article></body></html>
"""


class Editor:
    """What a person does in an editor, as the client sends it."""

    def __init__(self, client, folder):
        self.client, self.folder = client, folder
        self.texts, self.versions = {}, {}

    def open(self, name, text, language="plaintext"):
        """Opens a file that has been saved like that; gives its name in the protocol."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8", newline="")
        uri = path.as_uri()
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def replace(self, uri, old, new):
        """Types ``new`` over the first ``old``."""
        text = self.texts[uri]
        start = text.index(old)
        ends = types.Range(at(text, start), at(text, start + len(old)))
        self.texts[uri] = text.replace(old, new, 1)
        self.versions[uri] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.versions[uri], uri),
                [types.TextDocumentContentChangePartial(ends, new)],
            )
        )

    async def diagnostics(self, uri):
        """Those that are told next of the document as it is now."""
        method = types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS
        while True:
            told = await asyncio.wait_for(self.client.wait_for_notification(method), 60)
            if told.uri == uri and told.version in (None, self.versions[uri]):
                return told.diagnostics

    def words(self, uri, where):
        """What stands in a range."""
        lines = self.texts[uri].split("\n")
        assert where.start.line == where.end.line
        line = lines[where.start.line].encode("utf-16-le")
        return line[2 * where.start.character : 2 * where.end.character].decode("utf-16-le")

    async def hover(self, uri, words):
        params = types.HoverParams(
            types.TextDocumentIdentifier(uri), at(self.texts[uri], self.texts[uri].index(words))
        )
        found = await self.client.text_document_hover_async(params)
        return found.contents.value if found else None

    async def actions(self, uri, words, only=None):
        place = at(self.texts[uri], self.texts[uri].index(words))
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(uri),
            types.Range(place, place),
            types.CodeActionContext([], only),
        )
        return await self.client.text_document_code_action_async(params)

    async def do(self, action):
        command = action.command
        return await self.client.workspace_execute_command_async(
            types.ExecuteCommandParams(command.command, command.arguments)
        )

    def close(self, uri):
        identifier = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))


def at(text, offset):
    """A place in the code units of UTF-16."""
    line = text.count("\n", 0, offset)
    start = text.rfind("\n", 0, offset) + 1
    return types.Position(line, len(text[start:offset].encode("utf-16-le")) // 2)


def made_client():
    """A client of pytest-lsp that also takes actions, which its converter takes for commands."""
    converter = default_converter()
    converter.register_structure_hook(
        types.Command | types.CodeAction,
        lambda data, _: converter.structure(data, types.CodeAction),
    )
    client = LanguageClient(converter_factory=lambda: converter)
    register_lsp_features(client)
    return client


async def started(folder, options=None, capabilities=None):
    """A client whose server is ready."""
    client = await ClientServerConfig(COMMAND, made_client).start()
    await client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities or types.ClientCapabilities(),
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
            initialization_options=options,
        )
    )
    return client


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def client(tmp_path_factory):
    made = await started(tmp_path_factory.mktemp("session"))
    yield made
    await made.shutdown_session()


@pytest.fixture
def editor(client, tmp_path):
    client.messages.clear()
    made = Editor(client, tmp_path)
    yield made
    for uri in made.texts:
        made.close(uri)


async def test_a_finding_stands_at_its_passage_and_names_the_other(editor):
    uri = editor.open("story.md", FRONT + TWICE, "markdown")
    (found,) = await editor.diagnostics(uri)
    assert (found.severity, found.code, found.source) == (ERROR, "casualty/told-twice", "belie")
    assert editor.words(uri, found.range) == "killed four people"
    assert found.message.startswith("4 people killed in Leeds, or 7?")
    assert "the event is the same; 4 is less than 7" in found.message
    (other,) = found.related_information
    assert (other.location.uri, other.message) == (uri, "seven people killed")
    assert editor.words(uri, other.location.range) == "seven people killed"
    assert found.code_description.href.endswith("/rules/casualty/told-twice.yaml")


async def test_what_is_mended_is_told_no_more_and_what_is_written_is(editor):
    uri = editor.open("story.md", FRONT + TWICE, "markdown")
    assert len(await editor.diagnostics(uri)) == 1
    editor.replace(uri, "seven people", "four people")
    assert await editor.diagnostics(uri) == ()
    editor.replace(uri, "and killed four", "😀 and killed at least nine")
    (found,) = await editor.diagnostics(uri)
    assert editor.words(uri, found.range) == "killed at least nine people"


async def test_what_is_typed_at_once_is_checked_as_it_is_in_the_end(editor):
    uri = editor.open("story.md", FRONT + TWICE, "markdown")
    for old, new in (("seven", "six"), ("six", "four"), ("killed four", "killed five")):
        editor.replace(uri, old, new)
    (found,) = await editor.diagnostics(uri)
    assert found.message.startswith("5 people killed in Leeds, or 4?")


async def test_positions_count_in_the_page_as_it_is_written(editor):
    pytest.importorskip("trafilatura", reason="reads pages only with belie[html]")
    uri = editor.open("story.html", PAGE, "html")
    (found,) = await editor.diagnostics(uri)
    assert editor.words(uri, found.range) == "killed&nbsp;four people"
    (other,) = found.related_information
    assert editor.words(uri, other.location.range) == "seven people killed"


async def test_without_a_day_of_publication_a_note_says_so(editor):
    uri = editor.open("story.txt", TWICE)
    *_, note = await editor.diagnostics(uri)
    assert note.message == "no day of publication is known, and dates told from it have no day"
    assert (note.severity, note.code, note.range.start.line) == (INFORMATION, "note", 0)


async def test_copy_in_another_language_gives_a_note_alone(editor):
    text = (
        "Der Kessel platzte am Montag in der Halle, und vier Menschen kamen dabei um, wie ein "
        "Sprecher der Stadt sagte. Die Halle wurde gesperrt, und niemand darf sie betreten."
    )
    uri = editor.open("story.txt", text)
    found = await editor.diagnostics(uri)
    assert [each.message for each in found] == [
        "little was understood, for the copy does not look like English"
    ]


async def test_an_empty_document_is_no_fault(editor):
    uri = editor.open("story.md", "", "markdown")
    assert await editor.diagnostics(uri) == ()


async def test_front_matter_that_is_none_is_said_where_it_is(editor):
    uri = editor.open("story.md", "---\ntitle: [Boiler\n---\n\n" + TWICE, "markdown")
    (found,) = await editor.diagnostics(uri)
    assert found.message == "has front matter that is not YAML; mend or remove it"
    assert (found.severity, found.code, found.range.start.line) == (ERROR, "unchecked", 2)


async def test_a_long_document_is_answered_and_then_edits_of_it(editor):
    filling = "The street was closed for the rest of the week while the wall was made safe.\n\n"
    uri = editor.open("story.md", FRONT + TWICE + "\n" + filling * 2500, "markdown")
    assert len(editor.texts[uri]) > 190_000
    (found,) = await editor.diagnostics(uri)
    assert found.code == "casualty/told-twice"
    editor.replace(uri, "seven people", "four people")
    assert await editor.diagnostics(uri) == ()


async def test_hovering_shows_how_a_statement_is_read(editor):
    uri = editor.open("story.md", FRONT + TWICE, "markdown")
    shown = await editor.hover(uri, "four people")
    assert shown.split("\n\n")[1].splitlines() == [
        "“killed four people”",
        "casualty: People killed, wounded, missing or otherwise harmed",
        "  measure: killed",
        "  subject: people",
        "  place: Leeds",
        "  value: 4 person",
        "  time: 2024-03-04 (day)",
        "  source: police",
        "  event: e1: killed four people (incident), Leeds, 2024-03-04",
    ]
    assert await editor.hover(uri, "title") is None


async def test_a_finding_is_dismissed_as_the_command_does_it(editor):
    uri = editor.open("story.md", FRONT + TWICE, "markdown")
    assert len(await editor.diagnostics(uri)) == 1
    dismissing, _ = await editor.actions(uri, "seven people")
    assert dismissing.title == "Dismiss: 4 people killed in Leeds, or 7?"
    assert dismissing.diagnostics[0].code == "casualty/told-twice"
    done, left = await asyncio.gather(editor.do(dismissing), editor.diagnostics(uri))
    assert left == ()
    written = editor.folder / ".belie-dismissed.toml"
    assert done == str(written)
    assert 'copy = "story.md"\n' in written.read_text(encoding="utf-8")


async def test_a_rule_is_shown_with_what_it_asks(editor):
    uri = editor.open("story.md", FRONT + TWICE, "markdown")
    _, showing = await editor.actions(uri, "four people")
    assert showing.title == "Show the rule casualty/told-twice"
    text = await editor.do(showing)
    assert text.startswith("casualty/told-twice: Two counts of the same people\n")
    (message,) = editor.client.messages  # for this client opens no documents
    assert message.message.startswith("casualty/told-twice: Two counts of the same people\n")


async def test_nothing_is_offered_where_nothing_was_found_or_no_fix_is_asked_for(editor):
    uri = editor.open("story.md", FRONT + TWICE, "markdown")
    assert await editor.actions(uri, "had worked") == ()
    assert await editor.actions(uri, "four people", [types.CodeActionKind.Refactor]) == ()


async def test_settings_beside_the_copy_hold_as_for_the_command(editor):
    settings = editor.folder / "belie.toml"
    settings.write_text('[severities]\n"casualty/*" = "discrepancy"\n', encoding="utf-8")
    uri = editor.open("story.md", FRONT + TWICE, "markdown")
    (found,) = await editor.diagnostics(uri)
    assert found.severity == WARNING
    settings.write_text('ignore = ["casualty/*"]\n', encoding="utf-8")
    assert await editor.diagnostics(uri) == ()
    settings.write_text('ignore = ["casualti/*"]\n', encoding="utf-8")
    (found,) = await editor.diagnostics(uri)
    assert "there is no rule 'casualti/*'; did you mean 'casualty/*'?" in found.message
    assert (found.code, found.severity) == ("unchecked", ERROR)


async def test_a_document_that_is_closed_has_no_diagnostics_any_more(editor):
    uri = editor.open("story.md", FRONT + TWICE, "markdown")
    assert len(await editor.diagnostics(uri)) == 1
    editor.close(uri)
    editor.texts.clear()
    assert await editor.diagnostics(uri) == ()


async def test_copy_is_held_against_what_the_editor_is_set_to(tmp_path):
    wire = tmp_path / "wire.txt"
    wire.write_text(
        "Leeds\n\n🔥 Nine people were killed in Leeds on Monday, the police said.", encoding="utf-8"
    )
    options = {"against": ["wire.txt", "none.txt"], "published": "2024-03-06"}
    client = await started(tmp_path, options)
    editor = Editor(client, tmp_path)
    uri = editor.open("story.txt", TWICE.partition("\n")[0])
    found, missing = await editor.diagnostics(uri)
    assert found.code == "casualty/told-twice"
    assert editor.words(uri, found.range) == "killed four people"
    (other,) = found.related_information
    assert (other.location.uri, other.message) == (wire.as_uri(), "Nine people were killed")
    assert other.location.range == types.Range(types.Position(2, 3), types.Position(2, 26))
    assert missing.message.endswith("none.txt: cannot be read: No such file or directory")
    wire.write_text(
        "Four people were killed in Leeds on Monday, the police said.", encoding="utf-8"
    )
    assert await editor.diagnostics(uri) == (missing,)
    await client.shutdown_session()


async def test_an_editor_that_counts_in_utf_8_and_opens_documents_is_served_so(tmp_path):
    general = types.GeneralClientCapabilities(position_encodings=["utf-8"])
    window = types.WindowClientCapabilities(
        show_document=types.ShowDocumentClientCapabilities(support=True)
    )
    capabilities = types.ClientCapabilities(general=general, window=window)
    client = await started(tmp_path, capabilities=capabilities)
    editor = Editor(client, tmp_path)
    uri = editor.open("story.md", FRONT + "😀 " + TWICE, "markdown")
    (found,) = await editor.diagnostics(uri)
    line = editor.texts[uri].split("\n")[5].encode()
    words = line[found.range.start.character : found.range.end.character]
    assert words.decode() == "killed four people"
    _, showing = await editor.actions(uri, "seven people")
    await editor.do(showing)
    (document,) = client.shown_documents
    assert Path(document.uri.removeprefix("file://")).name == "told-twice.yaml"
    await client.shutdown_session()


async def test_the_server_ends_when_it_is_told_to(tmp_path):
    client = await started(tmp_path)
    Editor(client, tmp_path).open("story.md", FRONT + TWICE * 200, "markdown")
    await client.shutdown_session()
    assert client._server.returncode == 0


async def test_the_server_ends_when_the_editor_is_gone(tmp_path):
    process = await asyncio.create_subprocess_exec(
        *COMMAND, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        env={**os.environ}, cwd=tmp_path,
    )  # fmt: skip
    await asyncio.wait_for(process.communicate(b""), 60)
    assert process.returncode == 0
