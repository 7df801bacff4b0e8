/**
 * Status codes of the i-neo web services.
 *
 * Generated from codes.toml by `ineo-codes export codes.toml --to typescript`. Do not edit.
 */

/** The codes that the table lists. */
export const StatusCode = {
  /** The request was sent successfully. */
  Successfully: 200,
  /** The server cannot make out the request. */
  BadRequest: 400,
  /** The main, mandatory parameters were not given. */
  ParameterError: 4001,
  /** The access token is wrong. */
  AuthenticationError: 401,
  /** The request ran into an error. (If need be, contact support.) */
  DataError: 402,
  /** Access is not allowed. On the wire `access_deniad`. */
  AccessDenied: 403,
  /** Nothing was found to return. Also `data_error`. */
  NotFound: 404,
  /** The request's method is not accepted. */
  MethodError: 405,
  /** The Telegram ID of the access token's owner is blocked. */
  UserBlocked: 408,
  /** The IP restriction feature is on, and the sender's IP is not allowed. */
  IpLimited: 12,
  /** Error in the activity. */
  ActivityError: 33,
  /** All shared web services, or the shared web service in question, are switched off. */
  Offline: 66,
  /** All shared web services, or the shared web service in question, are being updated. */
  Update: 2001,
  /** The mobile number entered does not belong to the country Iran. */
  CountryError: 1,
  /** Your IP does not belong to the country Iran. */
  IpCountryError: 2,
  /** The format of the mobile number is wrong. */
  PhoneInvalid: 3,
  /** The information you entered is not correct. */
  InputError: 8,
  /** The format of the IP sent is wrong. */
  IpError: 72,
  /** The IP in question is blocked and has no permission to access. */
  IpBlocked: 10,
  /** The credit of your web service panel has run out. */
  NoCharge: 6,
  /** The Telegram bot token in question is wrong. */
  BotTokenInvalid: 101,
  /** An error occurred while logging in. */
  LoginFail: 2003,
  /** An unknown error occurred. (If need be, contact support.) */
  UnknownError: 0,
  /** Error in processing the request. */
  Fail: 13,
  /** You have sent more requests than is allowed. */
  TooManyRequests: 429,
  /** The service is not available. */
  ServiceUnavailable: 503,
  /** An error occurred in the internal server. */
  InternalServerError: 500,
  /** The connection to the server was not established. On the wire `server_error`. */
  BadGateway: 502,
  /** The connection to the server was not established. On the wire `server_error`. */
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
  /** The request is wrong as it stands: mend it before sending it again. */
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

const table: ReadonlyMap<number, StatusCodeInfo> = new Map<StatusCode, StatusCodeInfo>([
  [200, {
    isListed: true,
    name: "successfully",
    aliases: [],
    messages: {
      en: "The request was sent successfully.",
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
      en: "The server cannot make out the request.",
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
      en: "The main, mandatory parameters were not given.",
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
      en: "The request ran into an error. (If need be, contact support.)",
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
      en: "Nothing was found to return.",
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
      en: "The IP restriction feature is on, and the sender's IP is not allowed.",
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
      en: "Error in the activity.",
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
      en: "All shared web services, or the shared web service in question, are switched off.",
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
      en: "All shared web services, or the shared web service in question, are being updated.",
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
      en: "The mobile number entered does not belong to the country Iran.",
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
      en: "Your IP does not belong to the country Iran.",
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
      en: "The information you entered is not correct.",
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
      en: "The format of the IP sent is wrong.",
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
      en: "The IP in question is blocked and has no permission to access.",
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
      en: "The credit of your web service panel has run out.",
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
      en: "The Telegram bot token in question is wrong.",
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
      en: "An unknown error occurred. (If need be, contact support.)",
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
      en: "Error in processing the request.",
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
      en: "You have sent more requests than is allowed.",
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
      en: "An error occurred in the internal server.",
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
      en: "The connection to the server was not established.",
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
      en: "The connection to the server was not established.",
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
    en: "A code that i-neo's table does not list.",
    fa: "کدی که در جدول i-neo نیامده است.",
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
      en: "A code that i-neo's table does not list.",
      fa: "کدی که در جدول i-neo نیامده است.",
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
