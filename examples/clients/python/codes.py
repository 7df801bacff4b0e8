"""Status codes of the i-neo web services.

Generated from codes.toml by ``ineo-codes export``. Do not edit.
"""

from __future__ import annotations

import enum
import operator
import re
from collections.abc import Mapping
from typing import NamedTuple, Union

__all__ = [
    "LANGUAGES",
    "AnyStatusCode",
    "Category",
    "StatusCode",
    "UnlistedStatusCode",
    "from_code",
    "named",
    "parse",
]

LANGUAGES: tuple[str, ...] = ("en", "fa")
"""The languages of messages, as BCP 47 tags. The first is the default."""


class Category(enum.Enum):
    """Whose fault a code is."""

    SUCCESS = "success"
    """The request was carried out."""
    INVALID_REQUEST = "invalid_request"
    """The request is wrong: fix it before you send it again."""
    UNAUTHENTICATED = "unauthenticated"
    """A token or a login was not accepted."""
    FORBIDDEN = "forbidden"
    """Who is asking, or from where, is not allowed."""
    OUT_OF_CREDIT = "out_of_credit"
    """The account's credit is used up: nothing works before it is charged."""
    NOT_FOUND = "not_found"
    """There is nothing to answer with."""
    RATE_LIMITED = "rate_limited"
    """Too many requests: slow down."""
    UNAVAILABLE = "unavailable"
    """The service is switched off, being updated or overloaded."""
    SERVER_ERROR = "server_error"
    """i-neo failed while it worked on the request."""
    UNSPECIFIED = "unspecified"
    """i-neo did not say what went wrong."""


class _Info(NamedTuple):
    """What the table says of a code."""

    names: tuple[str, ...]
    category: Category
    http_status: int
    messages: Mapping[str, str]
    is_retryable: bool = False
    retry_after: int | None = None


class _Code(int):
    """What listed and unlisted codes have in common."""

    @property
    def code(self) -> int:
        """The number alone."""
        return int(self)

    @property
    def wire_name(self) -> str:
        """The name as the service sends it. ``unrecognized`` if the table does not list the code."""
        return self.wire_names[0]

    @property
    def wire_names(self) -> tuple[str, ...]:
        """The name, followed by the aliases."""
        return _info(self.code).names

    @property
    def message(self) -> str:
        """The message in the default language, ``en``."""
        return _info(self.code).messages[LANGUAGES[0]]

    def message_in(self, language: str) -> str | None:
        """The message in the language of a BCP 47 tag or a locale: ``fa-IR`` finds ``fa``.

        ``None`` if the table does not have the language.
        """
        return _text_in(_info(self.code).messages, language)

    @property
    def category(self) -> Category:
        """Whose fault the code is."""
        return _info(self.code).category

    @property
    def is_success(self) -> bool:
        """Whether the request succeeded."""
        return self.category is Category.SUCCESS

    @property
    def is_retryable(self) -> bool:
        """Whether to send the request again."""
        return _info(self.code).is_retryable

    @property
    def retry_after(self) -> int | None:
        """After how many seconds to send it again. If ``None``, back off as you see fit."""
        return _info(self.code).retry_after

    @property
    def http_status(self) -> int:
        """The HTTP status that your own server should respond with after this answer."""
        return _info(self.code).http_status

    def __getnewargs__(self) -> tuple[int]:
        # Without it, Python 3.9 can't pickle the enum.
        return (self.code,)

    def __str__(self) -> str:
        return f"{self.code} {self.wire_name}"

    def __format__(self, format_spec: str) -> str:
        is_number = format_spec.endswith(("b", "d", "n", "o", "x", "X"))
        return format(self.code if is_number else str(self), format_spec)


class StatusCode(_Code, enum.Enum):
    """A code that the table lists: the type of what you raise."""

    SUCCESSFULLY = 200
    """The request succeeded."""
    BAD_REQUEST = 400
    """The server could not understand the request."""
    PARAMETER_ERROR = 4001
    """Required parameters are missing."""
    AUTHENTICATION_ERROR = 401
    """The access token is wrong."""
    DATA_ERROR = 402
    """The request failed. (Contact support if needed.)"""
    ACCESS_DENIED = 403
    """Access is not allowed. On the wire ``access_deniad``."""
    NOT_FOUND = 404
    """Nothing was found. Also ``data_error``."""
    METHOD_ERROR = 405
    """The request's method is not accepted."""
    USER_BLOCKED = 408
    """The Telegram ID of the access token's owner is blocked."""
    IP_LIMITED = 12
    """IP restriction is on, and the sender's IP address is not allowed."""
    ACTIVITY_ERROR = 33
    """The operation failed."""
    OFFLINE = 66
    """All shared web services, or the requested one, are switched off."""
    UPDATE = 2001
    """All shared web services, or the requested one, are being updated."""
    COUNTRY_ERROR = 1
    """The mobile number is not an Iranian number."""
    IP_COUNTRY_ERROR = 2
    """Your IP address is not in Iran."""
    PHONE_INVALID = 3
    """The format of the mobile number is wrong."""
    INPUT_ERROR = 8
    """The information you entered is wrong."""
    IP_ERROR = 72
    """The format of the IP address is wrong."""
    IP_BLOCKED = 10
    """This IP address is blocked."""
    NO_CHARGE = 6
    """Your web service panel has run out of credit."""
    BOT_TOKEN_INVALID = 101
    """The Telegram bot token is wrong."""
    LOGIN_FAIL = 2003
    """An error occurred while logging in."""
    UNKNOWN_ERROR = 0
    """An unknown error occurred. (Contact support if needed.)"""
    FAIL = 13
    """The request could not be processed."""
    TOO_MANY_REQUESTS = 429
    """You have sent too many requests."""
    SERVICE_UNAVAILABLE = 503
    """The service is not available."""
    INTERNAL_SERVER_ERROR = 500
    """An internal server error occurred."""
    BAD_GATEWAY = 502
    """The server could not be reached. On the wire ``server_error``."""
    GATEWAY_TIMEOUT = 504
    """The server could not be reached. On the wire ``server_error``."""

    def __new__(cls, code: int) -> StatusCode:
        self = _Code.__new__(cls, code)
        self._value_ = code
        return self

    __str__ = _Code.__str__
    __format__ = _Code.__format__


class UnlistedStatusCode(_Code):
    """A code that the table does not list."""

    def __new__(cls, code: int) -> UnlistedStatusCode:
        if code in _LISTED:
            raise ValueError(f"{code!r} is listed: use from_code")
        return super().__new__(cls, code)

    def __repr__(self) -> str:
        return f"UnlistedStatusCode({self.code!r})"


AnyStatusCode = Union[StatusCode, UnlistedStatusCode]
"""Any code: the type of what you receive. Match on :class:`StatusCode`, and keep an arm for the rest."""


def from_code(code: int | str) -> AnyStatusCode:
    """The code for any integer, or for its decimal text: none is lost.

    Code 0 is falsy: compare with ``is``, and don't use ``or``.

    Raises :exc:`ValueError` for a text that is not decimal.
    """
    if isinstance(code, bool):
        raise TypeError(f"not an integer: {code!r}")
    if isinstance(code, str):
        if not _DECIMAL.fullmatch(code):
            raise ValueError(f"not a decimal integer: {code!r}")
        code = int(code)
    # `index` refuses floats. Not `or` below: a listed 0 is falsy.
    listed = _LISTED.get(operator.index(code))
    return UnlistedStatusCode(code) if listed is None else listed


def named(name: str) -> tuple[StatusCode, ...]:
    """Every code with this name or alias: none, one or several."""
    return _BY_NAME.get(name, ())


def parse(text: str) -> AnyStatusCode:
    """The code that a text stands for: decimal, a name that only one code has, or what ``str`` writes.

    Raises :exc:`ValueError` for any other text, and for a name of several codes.
    """
    number = _number(text)
    if number is not None:
        return from_code(number)
    codes = named(text)
    if len(codes) == 1:
        return codes[0]
    if codes:
        several = ", ".join(map(str, codes))
        raise ValueError(f"several codes have the name {text!r}: {several}")
    written, _, name = text.partition(" ")
    number = _number(written)
    if number is None or name not in (*from_code(number).wire_names, "unrecognized"):
        raise ValueError(f"neither a code nor a name of one: {text!r}")
    return from_code(number)


_DECIMAL = re.compile("[+-]?[0-9]+")


def _number(text: str) -> int | None:
    return int(text) if _DECIMAL.fullmatch(text) else None


def _text_in(texts: Mapping[str, str], language: str) -> str | None:
    """The text that serves a language, by the lookup of RFC 4647, section 3.4."""
    subtags = re.split("[-_]", re.split("[.@]", language.lower())[0])
    while subtags:
        for own in LANGUAGES:
            if own.lower() == "-".join(subtags):
                return texts.get(own, texts[LANGUAGES[0]])
        subtags.pop()
        if subtags and len(subtags[-1]) == 1:
            subtags.pop()
    return None


_TABLE: dict[int, _Info] = {
    200: _Info(
        names=("successfully",),
        category=Category.SUCCESS,
        http_status=200,
        messages={
            "en": "The request succeeded.",
            "fa": "درخواست به موفقیت ارسال شد.",
        },
    ),
    400: _Info(
        names=("bad_request",),
        category=Category.INVALID_REQUEST,
        http_status=400,
        messages={
            "en": "The server could not understand the request.",
            "fa": "سرور قادر به تشخیص درخواست نمیباشد.",
        },
    ),
    4001: _Info(
        names=("parameter_error",),
        category=Category.INVALID_REQUEST,
        http_status=400,
        messages={
            "en": "Required parameters are missing.",
            "fa": "پارامترهای اصلی و اجباری وارد نشده اند.",
        },
    ),
    401: _Info(
        names=("authentication_error",),
        category=Category.UNAUTHENTICATED,
        http_status=500,
        messages={
            "en": "The access token is wrong.",
            "fa": "توکن دسترسی نادرست است.",
        },
    ),
    402: _Info(
        names=("data_error",),
        category=Category.SERVER_ERROR,
        http_status=502,
        messages={
            "en": "The request failed. (Contact support if needed.)",
            "fa": "درخواست با خطا روبرو شده است. (در صورت نیاز با پشتیبانی تماس بگیرید.)",
        },
    ),
    403: _Info(
        names=("access_deniad",),
        category=Category.FORBIDDEN,
        http_status=500,
        messages={
            "en": "Access is not allowed.",
            "fa": "دسترسی مجاز نمیباشد.",
        },
    ),
    404: _Info(
        names=(
            "not_found",
            "data_error",
        ),
        category=Category.NOT_FOUND,
        http_status=404,
        messages={
            "en": "Nothing was found.",
            "fa": "اطلاعاتی جهت نمایش خروجی وجود ندارد.",
        },
    ),
    405: _Info(
        names=("method_error",),
        category=Category.INVALID_REQUEST,
        http_status=400,
        messages={
            "en": "The request's method is not accepted.",
            "fa": "متد ارسال درخواست مورد تایید نیست.",
        },
    ),
    408: _Info(
        names=("user_blocked",),
        category=Category.FORBIDDEN,
        http_status=500,
        messages={
            "en": "The Telegram ID of the access token's owner is blocked.",
            "fa": "شناسه تلگرام صاحب توکن دسترسی مسدود شده است.",
        },
    ),
    12: _Info(
        names=("ip_limited",),
        category=Category.FORBIDDEN,
        http_status=500,
        messages={
            "en": "IP restriction is on, and the sender's IP address is not allowed.",
            "fa": "فعال بودن قابلیت محدودیت آیپی و مجاز نبودن آیپی ارسال کننده درخواست.",
        },
    ),
    33: _Info(
        names=("activity_error",),
        category=Category.SERVER_ERROR,
        http_status=502,
        messages={
            "en": "The operation failed.",
            "fa": "خطا در فعالیت.",
        },
    ),
    66: _Info(
        names=("offline",),
        category=Category.UNAVAILABLE,
        http_status=503,
        messages={
            "en": "All shared web services, or the requested one, are switched off.",
            "fa": "کل وب سرویس های اشتراکی یا وب سرویس اشتراکی مورد نظر خاموش است.",
        },
        is_retryable=True,
    ),
    2001: _Info(
        names=("update",),
        category=Category.UNAVAILABLE,
        http_status=503,
        messages={
            "en": "All shared web services, or the requested one, are being updated.",
            "fa": "کل وب سرویس های اشتراکی یا وب سرویس اشتراکی مورد نظر در حال آپدیت هستند.",
        },
        is_retryable=True,
    ),
    1: _Info(
        names=("country_error",),
        category=Category.INVALID_REQUEST,
        http_status=400,
        messages={
            "en": "The mobile number is not an Iranian number.",
            "fa": "شماره موبایل وارد شده مربوط به کشور ایران نیست.",
        },
    ),
    2: _Info(
        names=("ip_country_error",),
        category=Category.FORBIDDEN,
        http_status=500,
        messages={
            "en": "Your IP address is not in Iran.",
            "fa": "آیپی شما مربوط به کشور ایران نیست.",
        },
    ),
    3: _Info(
        names=("phone_invalid",),
        category=Category.INVALID_REQUEST,
        http_status=400,
        messages={
            "en": "The format of the mobile number is wrong.",
            "fa": "فرمت شماره موبایل اشتباه است.",
        },
    ),
    8: _Info(
        names=("input_error",),
        category=Category.INVALID_REQUEST,
        http_status=400,
        messages={
            "en": "The information you entered is wrong.",
            "fa": "اطلاعات وارد شده توسط شما صحیح نمیباشد.",
        },
    ),
    72: _Info(
        names=("ip_error",),
        category=Category.INVALID_REQUEST,
        http_status=400,
        messages={
            "en": "The format of the IP address is wrong.",
            "fa": "فرمت آیپی ارسال شده اشتباه است.",
        },
    ),
    10: _Info(
        names=("ip_blocked",),
        category=Category.FORBIDDEN,
        http_status=500,
        messages={
            "en": "This IP address is blocked.",
            "fa": "آیپی مورد نظر مسدود شده است و اجازه دسترسی ندارد.",
        },
    ),
    6: _Info(
        names=("no_charge",),
        category=Category.OUT_OF_CREDIT,
        http_status=500,
        messages={
            "en": "Your web service panel has run out of credit.",
            "fa": "شارژ پنل وب سرویس شما به اتمام رسیده است.",
        },
    ),
    101: _Info(
        names=("bot_token_invalid",),
        category=Category.UNAUTHENTICATED,
        http_status=500,
        messages={
            "en": "The Telegram bot token is wrong.",
            "fa": "توکن ربات تلگرام مورد نظر نادرست است.",
        },
    ),
    2003: _Info(
        names=("login_fail",),
        category=Category.UNAUTHENTICATED,
        http_status=500,
        messages={
            "en": "An error occurred while logging in.",
            "fa": "خطایی در لاگین کردن به وجود آمده است.",
        },
    ),
    0: _Info(
        names=("unknown_error",),
        category=Category.UNSPECIFIED,
        http_status=502,
        messages={
            "en": "An unknown error occurred. (Contact support if needed.)",
            "fa": "خطای نامشخصی رخ داده است. (در صورت نیاز با پشتیبانی تماس بگیرید.)",
        },
    ),
    13: _Info(
        names=("fail",),
        category=Category.SERVER_ERROR,
        http_status=502,
        messages={
            "en": "The request could not be processed.",
            "fa": "خطا در پردازش درخواست.",
        },
    ),
    429: _Info(
        names=("too_many_requests",),
        category=Category.RATE_LIMITED,
        http_status=429,
        messages={
            "en": "You have sent too many requests.",
            "fa": "تعداد درخواست های شما بیش از حد مجاز است.",
        },
        is_retryable=True,
    ),
    503: _Info(
        names=("service_unavailable",),
        category=Category.UNAVAILABLE,
        http_status=503,
        messages={
            "en": "The service is not available.",
            "fa": "سرویس در دسترس نمیباشد.",
        },
        is_retryable=True,
    ),
    500: _Info(
        names=("internal_server_error",),
        category=Category.SERVER_ERROR,
        http_status=502,
        messages={
            "en": "An internal server error occurred.",
            "fa": "خطایی در سرور داخلی رخ داده است.",
        },
        is_retryable=True,
    ),
    502: _Info(
        names=("server_error",),
        category=Category.SERVER_ERROR,
        http_status=502,
        messages={
            "en": "The server could not be reached.",
            "fa": "ارتباط با سرور برقرار نشده است.",
        },
        is_retryable=True,
    ),
    504: _Info(
        names=("server_error",),
        category=Category.SERVER_ERROR,
        http_status=502,
        messages={
            "en": "The server could not be reached.",
            "fa": "ارتباط با سرور برقرار نشده است.",
        },
        is_retryable=True,
    ),
}
_UNLISTED = _Info(
    names=("unrecognized",),
    category=Category.UNSPECIFIED,
    http_status=502,
    messages={
        "en": "i-neo sent a code that is not in its table.",
        "fa": "کدی از i-neo آمده که در جدول کدها نیست.",
    },
)
_RANGES: tuple[tuple[int, int, _Info], ...] = (
    (
        500,
        599,
        _Info(
            names=("unrecognized",),
            category=Category.SERVER_ERROR,
            http_status=502,
            messages={
                "en": "i-neo sent a code that is not in its table.",
                "fa": "کدی از i-neo آمده که در جدول کدها نیست.",
            },
            is_retryable=True,
        ),
    ),
)
"""From a code to another one."""


def _info(code: int) -> _Info:
    info = _TABLE.get(code)
    if info is not None:
        return info
    for first, last, info in _RANGES:
        if first <= code <= last:
            return info
    return _UNLISTED


def _by_name() -> dict[str, tuple[StatusCode, ...]]:
    codes: dict[str, tuple[StatusCode, ...]] = {}
    for code in StatusCode:
        for name in code.wire_names:
            codes[name] = (*codes.get(name, ()), code)
    return codes


_LISTED: dict[int, StatusCode] = {code.value: code for code in StatusCode}
_BY_NAME = _by_name()
