"""Servers for TOML know the keys of a table by the schema beside it, and leave the tables here as they are."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from editor import ROOT, editor

SCHEMA = ROOT / "ineo-codes/schema/codes.schema.json"
servers = pytest.mark.parametrize("server", ["taplo", "tombi"])



def places() -> list[tuple[str, set[str]]]:
    """Where keys are completed, at `|`, and the keys that may stand there."""
    schema = json.loads(SCHEMA.read_text())
    properties, definitions = schema["properties"], schema["definitions"]
    objects = {
        "|\n\n[table]": {"properties": properties.keys() - {"table"}},
        "[table]\n|": properties["table"],
        "[categories]\ngood = { | }": properties["categories"]["additionalProperties"]["anyOf"][1],
        "[unrecognized]\n|": properties["unrecognized"],
        "[[unrecognized.ranges]]\n|": definitions["range"],
        "[[code]]\n|": definitions["row"],
        "[unrecognized]\nretry = { | }": definitions["retry"]["anyOf"][1],
    }
    return [(text, set(known["properties"])) for text, known in objects.items()]


async def completes_keys(server: str, folder: Path, head: str):
    shutil.copy(SCHEMA, folder / SCHEMA.name)
    async with editor(server, folder) as opened:
        for at, (text, keys) in enumerate(places()):
            before, after = (head + text).split("|")
            table = folder / str(at) / "codes.toml"
            table.parent.mkdir()
            table.write_text(before + after + "\n")
            opened.open(table)
            line, character = before.count("\n"), len(before) - before.rfind("\n") - 1
            labels = {item.label for item in await opened.completions(table, line, character)}
            assert keys <= labels, f"{server} offers {sorted(labels)} in {text}"


@servers
async def test_keys_are_completed_by_a_comment_at_the_head(server, tmp_path):
    await completes_keys(server, tmp_path, f"#:schema ../{SCHEMA.name}\n\n")


@servers
async def test_keys_are_completed_by_the_configuration_in_the_docs(server, tmp_path):
    configuration = {"taplo": ".taplo.toml", "tombi": "tombi.toml"}[server]
    docs = (ROOT / "ineo-codes/src/codes.md").read_text()
    (shown,) = re.findall(rf"```toml\n# {re.escape(configuration)}\n(.*?)```", docs, re.DOTALL)
    (tmp_path / configuration).write_text(shown)
    await completes_keys(server, tmp_path, "")


@servers
async def test_keys_and_values_that_are_wrong_are_marked(server, tmp_path):
    shutil.copy(SCHEMA, tmp_path / SCHEMA.name)
    async with editor(server, tmp_path) as opened:
        for name, fault in {"key.toml": 'nmae = "b"', "value.toml": 'retry = "later"'}.items():
            table = tmp_path / name
            table.write_text(f'#:schema ./{SCHEMA.name}\n\n[[code]]\ncode = 1\nname = "a"\n{fault}\n')
            opened.open(table)
            assert await opened.diagnostics(table)


def tables() -> list[Path]:
    """All tables but those whose form matters: faults have places, and merges keep the form that a table has."""
    listed = subprocess.run(["git", "ls-files", "*.toml"], cwd=ROOT, capture_output=True, text=True, check=True)
    paths = [ROOT / line for line in listed.stdout.splitlines()]
    # The last is as short as the README has it.
    formed = {"faults", "compile-fail", "merges", "transcripts", "small.toml"}
    return [path for path in paths if not formed & set(path.parts) and "[[code]]" in path.read_text()]


@servers
async def test_tables_are_left_as_they_are_when_they_are_saved(server):
    assert len(tables()) > 10
    async with editor(server, ROOT) as opened:
        for path in tables():
            text = path.read_text()
            opened.open(path)
            # Whatever the editor's own taste in indentation is.
            for options in [lsp.FormattingOptions(4, True), lsp.FormattingOptions(2, True), lsp.FormattingOptions(8, False)]:
                assert set(await opened.formatted(path, options)) <= {text}, path


@pytest.mark.parametrize("line", ["taplo format --check", "tombi format --offline --check"])
def test_formatters_leave_tables_as_they_are(line):
    if not shutil.which(line.split()[0]):
        pytest.skip(f"{line.split()[0]} is not installed")
    result = subprocess.run(line.split() + [str(path) for path in tables()], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
