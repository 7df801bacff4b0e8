"""What a program may do with the codes, and what a type checker has to refuse: mypy reports an unused `ignore`."""

import copy
import pickle
from typing import NoReturn

from ineo.codes import AnyStatusCode, Category, StatusCode, UnlistedStatusCode, from_code, parse


def assert_never(value: NoReturn) -> NoReturn:
    raise AssertionError(value)


def raised() -> StatusCode:
    return StatusCode.NOT_FOUND


def raised_wrongly() -> StatusCode:
    return from_code(404)  # type: ignore[return-value]


def fault(category: Category) -> str:
    return category.value


def of_two(code: AnyStatusCode) -> str:
    """Open: an unlisted code is a case of its own, which is not forgotten."""
    if isinstance(code, StatusCode):
        return "listed"
    if isinstance(code, UnlistedStatusCode):  # pyright: ignore[reportUnnecessaryIsInstance]
        return "unlisted"
    assert_never(code)


def forgets_unlisted(code: AnyStatusCode) -> str:
    if isinstance(code, StatusCode):
        return "listed"
    assert_never(code)  # type: ignore[arg-type]


def fails(call: object) -> bool:
    assert callable(call)
    try:
        call()
    except (TypeError, ValueError):
        return True
    return False


assert raised() is StatusCode.NOT_FOUND and raised() == 404 and raised().code == 404
assert of_two(from_code(404)) == "listed" and of_two(from_code(599)) == "unlisted"
assert not from_code(0) and from_code(0) is StatusCode.UNKNOWN_ERROR
assert fault(from_code(599).category) == "server_error"
assert fails(lambda: StatusCode(599)) and fails(lambda: UnlistedStatusCode(404))
assert fails(lambda: from_code("four")) and fails(lambda: from_code("۴۰۴")) and fails(lambda: from_code("4_0_4"))
assert fails(lambda: from_code(True)) and fails(lambda: from_code(404.5))  # type: ignore[arg-type]
assert fails(lambda: parse("data_error")) and parse("not_found") is StatusCode.NOT_FOUND
for each in (from_code(404), from_code(599)):
    assert pickle.loads(pickle.dumps(each)) == each == copy.deepcopy(each)
    assert type(pickle.loads(pickle.dumps(each))) is type(each)
assert f"{from_code(599):>20}" == "    599 unrecognized" and f"{from_code(404):>15}" == "  404 not_found"
assert f"{from_code(599):d}" == "599" and f"{from_code(404):x}" == "194" and "%d" % from_code(404) == "404"
assert repr(from_code(599)) == "UnlistedStatusCode(599)" and {from_code(599): 1}[from_code("599")] == 1
