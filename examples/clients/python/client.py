"""A client of an i-neo web service: `python3 client.py URL`."""

import json
import sys
import time
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

from codes import AnyStatusCode, parse


class ApiError(Exception):
    """There is no result: the code says why."""

    def __init__(self, code: AnyStatusCode) -> None:
        super().__init__(str(code))
        self.code = code


def request_once(url: str) -> Any:
    """The body says what happened, whatever the HTTP status is."""
    try:
        response = urlopen(url, timeout=10)
    except HTTPError as error:
        response = error
    with response:
        answer = json.load(response)
    if answer["ok"]:
        return answer["result"]
    code = answer.get("status_code")  # Not `or` below: 0 is a code.
    raise ApiError(parse(str(answer["status"] if code is None else code)))


def request(url: str, delay: float = 1, tries: int = 4) -> Any:
    """The result of a request that may be carried out twice. The delays are in seconds."""
    while True:
        tries -= 1
        after = None
        try:
            return request_once(url)
        except ApiError as error:
            if not tries or not error.code.is_retryable:
                raise
            after = error.code.retry_after
        except (OSError, HTTPException, json.JSONDecodeError, UnicodeDecodeError):
            if not tries:  # No answer, or not one of i-neo.
                raise
        time.sleep(delay if after is None else after)
        delay *= 2


if __name__ == "__main__":
    try:
        delay = float(sys.argv[2]) if len(sys.argv) > 2 else 1
        print(request(sys.argv[1], delay)["name"])
    except ApiError as error:
        sys.exit(error.code.message_in("fa"))
