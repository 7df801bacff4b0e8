"""An editor, as language servers see one."""

import asyncio
import contextlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "target/tools/editors"
# A server that takes longer than this hangs.
SECONDS = 120


def command(server: str) -> list[str]:
    """The command line of a server; skips the test where it is missing."""
    match server:
        case "taplo":
            found = shutil.which("node") and (TOOLS / "node_modules/@taplo/lsp").exists()
            line = ["node", str(TOOLS / "taplo-lsp.mjs")]
        case "tombi":
            found, line = shutil.which("tombi"), ["tombi", "lsp", "--offline"]
        case _:
            found, line = runs(server), [server]
    if not found:
        pytest.skip(f"{server} is not installed")
    return line


def runs(program: str) -> bool:
    """Whether a program is there. rustup has stand-ins for those that are not."""
    return bool(shutil.which(program)) and subprocess.run([program, "--version"], capture_output=True).returncode == 0


class Editor:
    """One server, with a folder open."""

    def __init__(self, client: LanguageClient):
        self.client = client

    def open(self, path: Path):
        language = {".toml": "toml", ".rs": "rust"}[path.suffix]
        document = lsp.TextDocumentItem(uri=path.as_uri(), language_id=language, version=1, text=path.read_text())
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))

    async def completions(self, path: Path, line: int, character: int) -> list[lsp.CompletionItem]:
        """What is offered. Asks again for a while: servers read schemas and crates in the background."""
        params = lsp.CompletionParams(document(path), lsp.Position(line, character))
        for _ in range(20):
            found = await self.ask(self.client.text_document_completion_async, params)
            items = found.items if isinstance(found, lsp.CompletionList) else found
            if items:
                return list(items)
            await asyncio.sleep(0.2)
        return []

    async def hover(self, path: Path, line: int, character: int) -> str | None:
        params = lsp.HoverParams(document(path), lsp.Position(line, character))
        found = await self.ask(self.client.text_document_hover_async, params)
        return found.contents.value if found else None

    async def definitions(self, path: Path, line: int, character: int) -> list[lsp.LocationLink]:
        params = lsp.DefinitionParams(document(path), lsp.Position(line, character))
        found = await self.ask(self.client.text_document_definition_async, params)
        return list(found or [])

    async def references(self, path: Path, line: int, character: int) -> list[lsp.Location]:
        params = lsp.ReferenceParams(lsp.ReferenceContext(True), document(path), lsp.Position(line, character))
        return list(await self.ask(self.client.text_document_references_async, params) or [])

    async def formatted(self, path: Path, options: lsp.FormattingOptions) -> list[str]:
        """The texts that saving the file would put in."""
        params = lsp.DocumentFormattingParams(document(path), options)
        edits = await self.ask(self.client.text_document_formatting_async, params)
        return [edit.new_text for edit in edits or []]

    async def diagnostics(self, path: Path) -> list[str]:
        """What the server says of a file, as soon as it says something."""
        async with asyncio.timeout(SECONDS):
            while not self.client.diagnostics.get(path.as_uri()):
                await asyncio.sleep(0.05)
        return [diagnostic.message for diagnostic in self.client.diagnostics[path.as_uri()]]

    async def ask(self, request, params):
        """The answer to a request, which is sent again where the server read a file meanwhile."""
        while True:
            try:
                return await asyncio.wait_for(request(params), SECONDS)
            except JsonRpcException as error:
                if error.code != lsp.LSPErrorCodes.ContentModified:
                    raise


def document(path: Path) -> lsp.TextDocumentIdentifier:
    return lsp.TextDocumentIdentifier(path.as_uri())


@contextlib.asynccontextmanager
async def editor(server: str, folder: Path, **options):
    """An editor with the folder open; `options` are the server's own."""
    line = command(server)
    client = make_test_lsp_client()
    await client.start_io(*line, cwd=folder, env=os.environ)
    await client.initialize_session(
        lsp.InitializeParams(
            capabilities=client_capabilities("visual-studio-code"),
            root_uri=folder.as_uri(),
            workspace_folders=[lsp.WorkspaceFolder(folder.as_uri(), folder.name)],
            initialization_options=options,
        )
    )
    try:
        yield Editor(client)
    finally:
        with contextlib.suppress(Exception):
            await asyncio.wait_for(client.shutdown_session(), 5)
        with contextlib.suppress(Exception):
            await asyncio.wait_for(client.stop(), 5)
