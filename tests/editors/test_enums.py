"""rust-analyzer finds its way in the enums that the macros make, and around them."""

import asyncio
import shutil
from pathlib import Path

import pytest_asyncio

from editor import ROOT, SECONDS, Editor, editor

ROWS = 30
VARIANTS = [f"Answer{row}" for row in range(ROWS)]

TABLE = """
[table]
title = "Codes of a gateway"
languages = ["en", "fa"]

[categories]
success = "It went well."
declined = "It did not."

[unrecognized]
category = "declined"
""" + "".join(
    f"""
[[code]]
code = {100 + row}
name = "answer_{row}"
category = "{"success" if row == 0 else "declined"}"
message = {{ en = "Answer {row}.", fa = "پاسخ {row}" }}
"""
    for row in range(ROWS)
)

SOURCE = f"""
/// What the gateway answered.
#[ineo_codes::codes("gateway.toml")]
pub enum Answer {{}}

pub fn each() -> [Answer; {ROWS}] {{
    [
{"".join(f"        Answer::{variant},{chr(10)}" for variant in VARIANTS)}    ]
}}

#[derive(ineo_codes::FromCode)]
#[from_code(Answer)]
pub enum Mine {{
    #[from_code(Answer3)]
    Third,
    #[from_code(category = Success)]
    Fine,
    #[from_code(104)]
    Fourth,
    #[from_code(retryable)]
    Again,
    #[from_code(A)]
    Unfinished,
    #[from_code(_)]
    Rest,
}}

#[derive(ineo_codes::FromCode)]
#[from_code(Answer)]
pub enum Begun {{
    #[from_code()]
    Empty,
    #[from_code(_)]
    Rest,
}}

pub fn associated() -> Answer {{
    Answer::
}}

pub fn method(answer: Answer) {{
    answer.
}}
"""


class Crate(Editor):
    """A crate with a table of its own, opened in rust-analyzer."""

    def __init__(self, opened: Editor, source: Path):
        super().__init__(opened.client)
        self.source = source
        self.lines = source.read_text().split("\n")

    def end_of(self, text: str, line: str = "") -> tuple[Path, int, int]:
        """Where `text` ends in the first line that has it, and `line`."""
        number = next(number for number, each in enumerate(self.lines) if text in each and line in each)
        return self.source, number, self.lines[number].index(text) + len(text)

    async def offered(self, text: str, line: str = "") -> list[str]:
        """What is offered behind `text`."""
        return [item.label for item in await self.completions(*self.end_of(text, line))]

    async def shown(self, text: str) -> str:
        """What is shown of the last word of `text`."""
        path, line, end = self.end_of(text)
        return await self.hover(path, line, end - 1) or ""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def crate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gateway")
    (folder / "Cargo.toml").write_text(
        '[package]\nname = "gateway"\nedition = "2024"\n\n[workspace]\n\n'
        f'[dependencies]\nineo-codes = {{ path = "{ROOT}/ineo-codes" }}\n'
    )
    shutil.copy(ROOT / "Cargo.lock", folder)
    (folder / "gateway.toml").write_text(TABLE)
    (folder / "src").mkdir()
    source = folder / "src/lib.rs"
    source.write_text(SOURCE)
    options = {"checkOnSave": False, "cargo": {"targetDir": str(ROOT / "target/tools/editors/target")}}
    async with editor("rust-analyzer", folder, **options) as opened:
        opened.open(source)
        crate = Crate(opened, source)
        # The macro is built first.
        async with asyncio.timeout(SECONDS):
            while VARIANTS[0] not in await crate.offered("    Answer::"):
                await asyncio.sleep(0.5)
        yield crate


async def test_the_definition_of_every_variant_is_the_macro(crate):
    _, attribute, _ = crate.end_of("#[ineo_codes::codes")
    for variant in VARIANTS:
        path, line, end = crate.end_of(f"Answer::{variant},")
        found = await crate.definitions(path, line, end - 2)
        lines = [link.target_selection_range.start.line for link in found if link.target_uri == path.as_uri()]
        assert lines == [attribute], variant


async def test_references_to_a_variant_are_found(crate):
    path, line, end = crate.end_of("Answer::Answer3,")
    found = await crate.references(path, line, end - 2)
    lines = {location.range.start.line for location in found if location.uri == path.as_uri()}
    assert line in lines and crate.end_of("from_code(Answer3")[1] in lines


async def test_every_item_is_offered_once_and_without_an_import(crate):
    offered = await crate.offered("    Answer::")
    for item in [*VARIANTS, "Unrecognized(…)", "ALL", "LANGUAGES", "from_code(…)", "named(…)"]:
        assert offered.count(item) == 1, item
    methods = await crate.offered("    answer.")
    for item in ["code()", "name()", "message()", "message_in(…)", "retry()", "category()", "is_success()"]:
        assert methods.count(item) == 1, item
    assert not [item for item in offered + methods if "ineo_codes" in item or "__" in item]


async def test_hovers_are_short_and_plain(crate):
    enum, variant = await crate.shown("pub enum Answer"), await crate.shown("Answer::Answer3,"[:-1])
    assert "What the gateway answered." in enum and "Codes of a gateway" in enum
    assert "`103` `answer_3`: Answer 3.\n\nپاسخ 3\n\nCategory" in variant
    for hover in [enum, variant]:
        assert len(hover.encode()) < 4096 and "<span" not in hover and "<div" not in hover


async def test_the_macros_say_what_they_do(crate):
    for name in ["ineo_codes::codes", "ineo_codes::FromCode"]:
        hover = await crate.shown(name)
        assert "https://docs.rs/ineo-codes/" in hover, hover


async def test_selectors_are_completed_and_say_what_they_select(crate):
    assert set(VARIANTS) <= set(await crate.offered("from_code(A", "from_code(A)"))
    assert set(VARIANTS) <= set(await crate.offered("from_code(", "from_code()"))
    assert "`answer_3`" in await crate.shown("from_code(Answer3")
    category = await crate.shown("category = Success")
    assert "It went well." in category and "COVERAGE" not in category
    # Nothing rather than what is generated around them.
    for selector in ["from_code(104", "from_code(retryable", "from_code(_"]:
        assert not await crate.shown(selector)
