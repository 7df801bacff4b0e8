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
    """i-neo answered, and said why there is no result."""

    def __init__(self, code: AnyStatusCode) -> None:
        super().__init__(str(code))
        self.code = code


def request(url: str) -> Any:
    """One request. The body says what happened, whatever the HTTP status is."""
    try:
        response = urlopen(url, timeout=10)
    except HTTPError as error:
        response = error
    with response:
        answer = json.load(response)
    if answer["ok"]:
        return answer["result"]
    code = answer.get("status_code")
    raise ApiError(parse(str(answer["status"] if code is None else code)))  # Not `or`: 0 is a code.


def request_with_retries(url: str, delay: float = 1, tries: int = 4) -> Any:
    """Only for requests that may be carried out twice."""
    for left in reversed(range(tries)):
        after = None
        try:
            return request(url)
        except ApiError as error:
            if not error.code.is_retryable or not left:
                raise
            after = error.code.retry_after
        except (OSError, HTTPException, ValueError):  # No answer, or not one of i-neo.
            if not left:
                raise
        time.sleep(delay if after is None else after)
        delay *= 2


if __name__ == "__main__":
    try:
        delay = float(sys.argv[2]) if len(sys.argv) > 2 else 1
        print(request_with_retries(sys.argv[1], delay)["name"])
    except ApiError as error:
        sys.exit(error.code.message_in("fa"))
