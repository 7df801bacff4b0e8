/**
 * Status codes of the i-neo web services.
 *
 * Generated from codes.toml by `ineo-codes export`. Do not edit.
 */

/** The codes that the table lists. */
export const StatusCode = {
  /** The request succeeded. */
  Successfully: 200,
  /** The server could not understand the request. */
  BadRequest: 400,
  /** Required parameters are missing. */
  ParameterError: 4001,
  /** The access token is wrong. */
  AuthenticationError: 401,
  /** The request failed. (Contact support if needed.) */
  DataError: 402,
  /** Access is not allowed. On the wire `access_deniad`. */
  AccessDenied: 403,
  /** Nothing was found. Also `data_error`. */
  NotFound: 404,
  /** The request's method is not accepted. */
  MethodError: 405,
  /** The Telegram ID of the access token's owner is blocked. */
  UserBlocked: 408,
  /** IP restriction is on, and the sender's IP address is not allowed. */
  IpLimited: 12,
  /** The operation failed. */
  ActivityError: 33,
  /** All shared web services, or the requested one, are switched off. */
  Offline: 66,
  /** All shared web services, or the requested one, are being updated. */
  Update: 2001,
  /** The mobile number is not an Iranian number. */
  CountryError: 1,
  /** Your IP address is not in Iran. */
  IpCountryError: 2,
  /** The format of the mobile number is wrong. */
  PhoneInvalid: 3,
  /** The information you entered is wrong. */
  InputError: 8,
  /** The format of the IP address is wrong. */
  IpError: 72,
  /** This IP address is blocked. */
  IpBlocked: 10,
  /** Your web service panel has run out of credit. */
  NoCharge: 6,
  /** The Telegram bot token is wrong. */
  BotTokenInvalid: 101,
  /** An error occurred while logging in. */
  LoginFail: 2003,
  /** An unknown error occurred. (Contact support if needed.) */
  UnknownError: 0,
  /** The request could not be processed. */
  Fail: 13,
  /** You have sent too many requests. */
  TooManyRequests: 429,
  /** The service is not available. */
  ServiceUnavailable: 503,
  /** An internal server error occurred. */
  InternalServerError: 500,
  /** The server could not be reached. On the wire `server_error`. */
  BadGateway: 502,
  /** The server could not be reached. On the wire `server_error`. */
  GatewayTimeout: 504,
} as const;

/** A code that the table lists: the type of what you raise. */
export type StatusCode = (typeof StatusCode)[keyof typeof StatusCode];

/** Any code: the type of what you receive. Only behind {@link isStatusCode} does a `switch` know all cases. */
export type ReceivedStatusCode = StatusCode | (number & {});

/** The categories, in the order of the table. */
export const statusCodeCategories = [
  /** The request was carried out. */
  "success",
  /** The request is wrong: fix it before you send it again. */
  "invalid_request",
  /** A token or a login was not accepted. */
  "unauthenticated",
  /** Who is asking, or from where, is not allowed. */
  "forbidden",
  /** The account's credit is used up: nothing works before it is charged. */
  "out_of_credit",
  /** There is nothing to answer with. */
  "not_found",
  /** Too many requests: slow down. */
  "rate_limited",
  /** The service is switched off, being updated or overloaded. */
  "unavailable",
  /** i-neo failed while it worked on the request. */
  "server_error",
  /** i-neo did not say what went wrong. */
  "unspecified",
] as const;

/** Whose fault a code is. */
export type StatusCodeCategory = (typeof statusCodeCategories)[number];

/** The languages of messages, as BCP 47 tags. The first is the default. */
export const statusCodeLanguages = ["en", "fa"] as const;

/** A language of messages. */
export type StatusCodeLanguage = (typeof statusCodeLanguages)[number];

/** A text in each language. */
export interface StatusCodeTexts {
  readonly en: string;
  readonly fa: string;
}

/** What is known of a code. */
export interface StatusCodeInfo {
  /** Whether the table lists the code. */
  readonly isListed: boolean;
  /** The name as the service sends it; "unrecognized" if the table does not list the code. */
  readonly name: string;
  /** Other names that the service sends for the code. */
  readonly aliases: readonly string[];
  /** The message in each language. */
  readonly messages: StatusCodeTexts;
  /** Whose fault the code is. */
  readonly category: StatusCodeCategory;
  /** Whether the request succeeded. */
  readonly isSuccess: boolean;
  /** Whether to send the request again. */
  readonly isRetryable: boolean;
  /** After how many seconds to send it again. Without it, back off as you see fit. */
  readonly retryAfterSeconds?: number;
  /** The HTTP status that your own server should respond with after this answer. */
  readonly httpStatus: number;
}

const table: ReadonlyMap<number, StatusCodeInfo> = new Map<number, StatusCodeInfo>([
  [200, {
    isListed: true,
    name: "successfully",
    aliases: [],
    messages: {
      en: "The request succeeded.",
      fa: "درخواست به موفقیت ارسال شد.",
    },
    category: "success",
    isSuccess: true,
    isRetryable: false,
    httpStatus: 200,
  }],
  [400, {
    isListed: true,
    name: "bad_request",
    aliases: [],
    messages: {
      en: "The server could not understand the request.",
      fa: "سرور قادر به تشخیص درخواست نمیباشد.",
    },
    category: "invalid_request",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 400,
  }],
  [4001, {
    isListed: true,
    name: "parameter_error",
    aliases: [],
    messages: {
      en: "Required parameters are missing.",
      fa: "پارامترهای اصلی و اجباری وارد نشده اند.",
    },
    category: "invalid_request",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 400,
  }],
  [401, {
    isListed: true,
    name: "authentication_error",
    aliases: [],
    messages: {
      en: "The access token is wrong.",
      fa: "توکن دسترسی نادرست است.",
    },
    category: "unauthenticated",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 500,
  }],
  [402, {
    isListed: true,
    name: "data_error",
    aliases: [],
    messages: {
      en: "The request failed. (Contact support if needed.)",
      fa: "درخواست با خطا روبرو شده است. (در صورت نیاز با پشتیبانی تماس بگیرید.)",
    },
    category: "server_error",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 502,
  }],
  [403, {
    isListed: true,
    name: "access_deniad",
    aliases: [],
    messages: {
      en: "Access is not allowed.",
      fa: "دسترسی مجاز نمیباشد.",
    },
    category: "forbidden",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 500,
  }],
  [404, {
    isListed: true,
    name: "not_found",
    aliases: ["data_error"],
    messages: {
      en: "Nothing was found.",
      fa: "اطلاعاتی جهت نمایش خروجی وجود ندارد.",
    },
    category: "not_found",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 404,
  }],
  [405, {
    isListed: true,
    name: "method_error",
    aliases: [],
    messages: {
      en: "The request's method is not accepted.",
      fa: "متد ارسال درخواست مورد تایید نیست.",
    },
    category: "invalid_request",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 400,
  }],
  [408, {
    isListed: true,
    name: "user_blocked",
    aliases: [],
    messages: {
      en: "The Telegram ID of the access token's owner is blocked.",
      fa: "شناسه تلگرام صاحب توکن دسترسی مسدود شده است.",
    },
    category: "forbidden",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 500,
  }],
  [12, {
    isListed: true,
    name: "ip_limited",
    aliases: [],
    messages: {
      en: "IP restriction is on, and the sender's IP address is not allowed.",
      fa: "فعال بودن قابلیت محدودیت آیپی و مجاز نبودن آیپی ارسال کننده درخواست.",
    },
    category: "forbidden",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 500,
  }],
  [33, {
    isListed: true,
    name: "activity_error",
    aliases: [],
    messages: {
      en: "The operation failed.",
      fa: "خطا در فعالیت.",
    },
    category: "server_error",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 502,
  }],
  [66, {
    isListed: true,
    name: "offline",
    aliases: [],
    messages: {
      en: "All shared web services, or the requested one, are switched off.",
      fa: "کل وب سرویس های اشتراکی یا وب سرویس اشتراکی مورد نظر خاموش است.",
    },
    category: "unavailable",
    isSuccess: false,
    isRetryable: true,
    httpStatus: 503,
  }],
  [2001, {
    isListed: true,
    name: "update",
    aliases: [],
    messages: {
      en: "All shared web services, or the requested one, are being updated.",
      fa: "کل وب سرویس های اشتراکی یا وب سرویس اشتراکی مورد نظر در حال آپدیت هستند.",
    },
    category: "unavailable",
    isSuccess: false,
    isRetryable: true,
    httpStatus: 503,
  }],
  [1, {
    isListed: true,
    name: "country_error",
    aliases: [],
    messages: {
      en: "The mobile number is not an Iranian number.",
      fa: "شماره موبایل وارد شده مربوط به کشور ایران نیست.",
    },
    category: "invalid_request",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 400,
  }],
  [2, {
    isListed: true,
    name: "ip_country_error",
    aliases: [],
    messages: {
      en: "Your IP address is not in Iran.",
      fa: "آیپی شما مربوط به کشور ایران نیست.",
    },
    category: "forbidden",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 500,
  }],
  [3, {
    isListed: true,
    name: "phone_invalid",
    aliases: [],
    messages: {
      en: "The format of the mobile number is wrong.",
      fa: "فرمت شماره موبایل اشتباه است.",
    },
    category: "invalid_request",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 400,
  }],
  [8, {
    isListed: true,
    name: "input_error",
    aliases: [],
    messages: {
      en: "The information you entered is wrong.",
      fa: "اطلاعات وارد شده توسط شما صحیح نمیباشد.",
    },
    category: "invalid_request",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 400,
  }],
  [72, {
    isListed: true,
    name: "ip_error",
    aliases: [],
    messages: {
      en: "The format of the IP address is wrong.",
      fa: "فرمت آیپی ارسال شده اشتباه است.",
    },
    category: "invalid_request",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 400,
  }],
  [10, {
    isListed: true,
    name: "ip_blocked",
    aliases: [],
    messages: {
      en: "This IP address is blocked.",
      fa: "آیپی مورد نظر مسدود شده است و اجازه دسترسی ندارد.",
    },
    category: "forbidden",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 500,
  }],
  [6, {
    isListed: true,
    name: "no_charge",
    aliases: [],
    messages: {
      en: "Your web service panel has run out of credit.",
      fa: "شارژ پنل وب سرویس شما به اتمام رسیده است.",
    },
    category: "out_of_credit",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 500,
  }],
  [101, {
    isListed: true,
    name: "bot_token_invalid",
    aliases: [],
    messages: {
      en: "The Telegram bot token is wrong.",
      fa: "توکن ربات تلگرام مورد نظر نادرست است.",
    },
    category: "unauthenticated",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 500,
  }],
  [2003, {
    isListed: true,
    name: "login_fail",
    aliases: [],
    messages: {
      en: "An error occurred while logging in.",
      fa: "خطایی در لاگین کردن به وجود آمده است.",
    },
    category: "unauthenticated",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 500,
  }],
  [0, {
    isListed: true,
    name: "unknown_error",
    aliases: [],
    messages: {
      en: "An unknown error occurred. (Contact support if needed.)",
      fa: "خطای نامشخصی رخ داده است. (در صورت نیاز با پشتیبانی تماس بگیرید.)",
    },
    category: "unspecified",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 502,
  }],
  [13, {
    isListed: true,
    name: "fail",
    aliases: [],
    messages: {
      en: "The request could not be processed.",
      fa: "خطا در پردازش درخواست.",
    },
    category: "server_error",
    isSuccess: false,
    isRetryable: false,
    httpStatus: 502,
  }],
  [429, {
    isListed: true,
    name: "too_many_requests",
    aliases: [],
    messages: {
      en: "You have sent too many requests.",
      fa: "تعداد درخواست های شما بیش از حد مجاز است.",
    },
    category: "rate_limited",
    isSuccess: false,
    isRetryable: true,
    httpStatus: 429,
  }],
  [503, {
    isListed: true,
    name: "service_unavailable",
    aliases: [],
    messages: {
      en: "The service is not available.",
      fa: "سرویس در دسترس نمیباشد.",
    },
    category: "unavailable",
    isSuccess: false,
    isRetryable: true,
    httpStatus: 503,
  }],
  [500, {
    isListed: true,
    name: "internal_server_error",
    aliases: [],
    messages: {
      en: "An internal server error occurred.",
      fa: "خطایی در سرور داخلی رخ داده است.",
    },
    category: "server_error",
    isSuccess: false,
    isRetryable: true,
    httpStatus: 502,
  }],
  [502, {
    isListed: true,
    name: "server_error",
    aliases: [],
    messages: {
      en: "The server could not be reached.",
      fa: "ارتباط با سرور برقرار نشده است.",
    },
    category: "server_error",
    isSuccess: false,
    isRetryable: true,
    httpStatus: 502,
  }],
  [504, {
    isListed: true,
    name: "server_error",
    aliases: [],
    messages: {
      en: "The server could not be reached.",
      fa: "ارتباط با سرور برقرار نشده است.",
    },
    category: "server_error",
    isSuccess: false,
    isRetryable: true,
    httpStatus: 502,
  }],
]);

const unlisted: StatusCodeInfo = {
  isListed: false,
  name: "unrecognized",
  aliases: [],
  messages: {
    en: "i-neo sent a code that is not in its table.",
    fa: "کدی از i-neo آمده که در جدول کدها نیست.",
  },
  category: "unspecified",
  isSuccess: false,
  isRetryable: false,
  httpStatus: 502,
};

/** From a code to another one. */
const ranges: readonly (readonly [first: number, last: number, info: StatusCodeInfo])[] = [
  [500, 599, {
    isListed: false,
    name: "unrecognized",
    aliases: [],
    messages: {
      en: "i-neo sent a code that is not in its table.",
      fa: "کدی از i-neo آمده که در جدول کدها نیست.",
    },
    category: "server_error",
    isSuccess: false,
    isRetryable: true,
    httpStatus: 502,
  }],
];

/** Every code that the table lists, in its order. */
export const allStatusCodes: readonly StatusCode[] = Object.values(StatusCode);

/** Whether the table lists a code: the way from what you received to what you know. */
export function isStatusCode(code: unknown): code is StatusCode {
  return table.has(code as number);
}

/**
 * What is known of a code, listed or not: any integer, or its decimal text.
 *
 * @throws RangeError for a number that is not an integer, and for a text that is not decimal.
 */
export function statusCodeInfo(code: ReceivedStatusCode | string): StatusCodeInfo {
  if (typeof code === "string" ? !decimal.test(code) : !Number.isInteger(code)) {
    throw new RangeError(`not an integer: ${JSON.stringify(code)}`);
  }
  const number = Number(code);
  return table.get(number) ?? ranges.find(([first, last]) => first <= number && number <= last)?.[2] ?? unlisted;
}

/** Every code with this name or alias: none, one or several. */
export function statusCodesNamed(name: string): readonly StatusCode[] {
  return allStatusCodes.filter((code) => has(code, name));
}

/** A code and its name, for people and logs. */
export function formatStatusCode(code: ReceivedStatusCode | string): string {
  const { name } = statusCodeInfo(code);
  return `${BigInt(code)} ${name}`;
}

/**
 * The code that a text stands for: decimal, a name that only one code has, or what
 * {@link formatStatusCode} writes. `undefined` for anything else, for a name of several codes, and for an integer that a
 * `number` does not hold exactly.
 */
export function parseStatusCode(text: string): ReceivedStatusCode | undefined {
  const code = integer(text);
  const named = statusCodesNamed(text);
  if (code !== undefined || named.length > 0) {
    return code ?? (named.length === 1 ? named[0] : undefined);
  }
  const blank = text.indexOf(" ");
  const written = integer(text.slice(0, Math.max(blank, 0)));
  const name = text.slice(blank + 1);
  return written !== undefined && (name === "unrecognized" || has(written, name)) ? written : undefined;
}

const decimal = /^[+-]?[0-9]+$/;

function integer(text: string): number | undefined {
  // Not -0, which is shown as 0 and is not the same.
  const number = Number(text) + 0;
  return decimal.test(text) && Number.isSafeInteger(number) ? number : undefined;
}

function has(code: ReceivedStatusCode, name: string): boolean {
  const info = statusCodeInfo(code);
  return info.name === name || info.aliases.includes(name);
}

/**
 * The text that serves the language of a BCP 47 tag or a locale: `fa-IR` finds `fa`. `undefined` if the table does not
 * have the language.
 */
export function statusCodeTextIn(texts: StatusCodeTexts, language: string): string | undefined {
  // The lookup of RFC 4647, section 3.4.
  const subtags = language.toLowerCase().replace(/[.@].*/s, "").split(/[-_]/);
  while (subtags.length > 0) {
    const own = statusCodeLanguages.find((each) => each.toLowerCase() === subtags.join("-"));
    if (own !== undefined) {
      return texts[own];
    }
    subtags.pop();
    if (subtags[subtags.length - 1]?.length === 1) {
      subtags.pop();
    }
  }
  return undefined;
}
