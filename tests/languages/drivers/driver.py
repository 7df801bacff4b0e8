"""Answers questions about the exported table beside it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional

from . import codes

TABLE: Dict[str, Any] = {}


def received(code: str) -> codes.AnyStatusCode:
    """From a number; in a text table, from a text."""
    from_code: Callable[[Any], codes.AnyStatusCode] = codes.from_code
    return from_code(code if TABLE["is_text"] else int(code))


def plain(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


def column(code: codes.AnyStatusCode, name: str) -> object:
    attribute = f"{name}_" if isinstance(getattr(type(code), f"{name}_", None), property) else name
    value = getattr(code, attribute)
    in_language: Optional[Callable[[str], Optional[str]]] = getattr(code, f"{name}_in", None)
    if in_language is None:
        return plain(value)
    texts: Mapping[str, Optional[str]] = {tag: in_language(tag) for tag in TABLE["languages"]}
    if value is None:
        assert not any(texts.values())
        return None
    assert value == texts[TABLE["languages"][0]]
    return texts


def meaning(code: codes.AnyStatusCode) -> object:
    assert isinstance(code, codes.StatusCode) != isinstance(code, codes.UnlistedStatusCode)
    some: Any = code
    messages = {tag: some.message_in(tag) for tag in TABLE["languages"]}
    assert not messages or some.message == messages[TABLE["languages"][0]]
    return {
        "listed": isinstance(code, codes.StatusCode),
        "names": code.wire_names,
        "messages": messages,
        "category": some.category.value if TABLE["has_categories"] else None,
        "success": some.is_success if TABLE["has_success"] else None,
        "retryable": code.is_retryable,
        "retry_after": None if code.retry_after is None else str(code.retry_after),
        "http": some.http_status if TABLE["has_http"] else None,
        "columns": {name: column(code, name) for name in TABLE["columns"]},
    }


def answer(kind: str, *asked: Any) -> object:
    if kind == "table":
        TABLE.update(asked[0])
        for member in codes.StatusCode:
            value = member.value
            assert codes.StatusCode(value) is member is codes.StatusCode[member.name] is codes.from_code(value)
            assert member == value and hash(member) == hash(value) and json.dumps(member) == json.dumps(value)
        return [str(code.value) for code in codes.StatusCode]
    if kind == "code":
        code = received(asked[0])
        assert str(code.code) == asked[0]
        return meaning(code)
    if kind == "text":
        return meaning(codes.from_code(asked[0]))
    if kind == "named":
        return [str(code.value) for code in codes.named(asked[0])]
    if kind == "parse":
        try:
            return str(codes.parse(asked[0]).code)
        except ValueError:
            return None
    if kind == "shown":
        assert f"{received(asked[0])}" == str(received(asked[0]))
        return str(received(asked[0]))
    if kind == "message":
        some: Any = received(asked[0])
        return some.message_in(asked[1])
    raise AssertionError(kind)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    questions: List[Any] = [
        json.loads(line) for line in Path(__file__).with_name("questions.jsonl").read_text("utf-8").splitlines()
    ]
    for question in questions:
        print(json.dumps(answer(*question), ensure_ascii=False))
