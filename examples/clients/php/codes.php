<?php

/**
 * Status codes of the i-neo web services
 *
 * Source: the status code table that i-neo publishes
 *
 * Generated from codes.toml by `ineo-codes export`. Do not edit.
 */

declare(strict_types=1);

namespace Ineo;

/** A code that the table lists. Any code, listed or not, is described by {@see self::describe()}. */
enum StatusCode: int
{
    /** The languages of messages, as BCP 47 tags. The first is the default. */
    public const LANGUAGES = ['en', 'fa'];

    /** `successfully`: The request succeeded. */
    case Successfully = 200;
    /** `bad_request`: The server could not understand the request. */
    case BadRequest = 400;
    /** `parameter_error`: Required parameters are missing. */
    case ParameterError = 4001;
    /** `authentication_error`: The access token is wrong. */
    case AuthenticationError = 401;
    /** `data_error`: The request failed. (Contact support if needed.) */
    case DataError = 402;
    /** `access_deniad`: Access is not allowed. */
    case AccessDenied = 403;
    /** `not_found`, also `data_error`: Nothing was found. */
    case NotFound = 404;
    /** `method_error`: The request's method is not accepted. */
    case MethodError = 405;
    /** `user_blocked`: The Telegram ID of the access token's owner is blocked. */
    case UserBlocked = 408;
    /** `ip_limited`: IP restriction is on, and the sender's IP address is not allowed. */
    case IpLimited = 12;
    /** `activity_error`: The operation failed. */
    case ActivityError = 33;
    /** `offline`: All shared web services, or the requested one, are switched off. */
    case Offline = 66;
    /** `update`: All shared web services, or the requested one, are being updated. */
    case Update = 2001;
    /** `country_error`: The mobile number is not an Iranian number. */
    case CountryError = 1;
    /** `ip_country_error`: Your IP address is not in Iran. */
    case IpCountryError = 2;
    /** `phone_invalid`: The format of the mobile number is wrong. */
    case PhoneInvalid = 3;
    /** `input_error`: The information you entered is wrong. */
    case InputError = 8;
    /** `ip_error`: The format of the IP address is wrong. */
    case IpError = 72;
    /** `ip_blocked`: This IP address is blocked. */
    case IpBlocked = 10;
    /** `no_charge`: Your web service panel has run out of credit. */
    case NoCharge = 6;
    /** `bot_token_invalid`: The Telegram bot token is wrong. */
    case BotTokenInvalid = 101;
    /** `login_fail`: An error occurred while logging in. */
    case LoginFail = 2003;
    /** `unknown_error`: An unknown error occurred. (Contact support if needed.) */
    case UnknownError = 0;
    /** `fail`: The request could not be processed. */
    case Fail = 13;
    /** `too_many_requests`: You have sent too many requests. */
    case TooManyRequests = 429;
    /** `service_unavailable`: The service is not available. */
    case ServiceUnavailable = 503;
    /** `internal_server_error`: An internal server error occurred. */
    case InternalServerError = 500;
    /** `server_error`: The server could not be reached. */
    case BadGateway = 502;
    /** `server_error`: The server could not be reached. */
    case GatewayTimeout = 504;

    /**
     * What an integer means as a code, or its decimal text. It may be listed or not: none is lost.
     *
     * @throws \ValueError if the text is not the decimal text of an integer of PHP
     */
    public static function describe(int|string $code): StatusCodeInfo
    {
        if (is_string($code)) {
            // FILTER_VALIDATE_INT takes no leading zeros, but blanks.
            $number = preg_match('/^([+-]?)0*([0-9]+)$/D', $code, $parts) === 1
                ? filter_var($parts[1] . $parts[2], FILTER_VALIDATE_INT)
                : false;
            if ($number === false) {
                throw new \ValueError("not a decimal integer: $code");
            }
            $code = $number;
        }
        return self::tryFrom($code)?->info() ?? self::unlisted($code);
    }

    /**
     * Every code with this name or alias: none, one or several.
     *
     * @return list<self>
     */
    public static function named(string $name): array
    {
        return match ($name) {
            'successfully' => [self::Successfully],
            'bad_request' => [self::BadRequest],
            'parameter_error' => [self::ParameterError],
            'authentication_error' => [self::AuthenticationError],
            'data_error' => [self::DataError, self::NotFound],
            'access_deniad' => [self::AccessDenied],
            'not_found' => [self::NotFound],
            'method_error' => [self::MethodError],
            'user_blocked' => [self::UserBlocked],
            'ip_limited' => [self::IpLimited],
            'activity_error' => [self::ActivityError],
            'offline' => [self::Offline],
            'update' => [self::Update],
            'country_error' => [self::CountryError],
            'ip_country_error' => [self::IpCountryError],
            'phone_invalid' => [self::PhoneInvalid],
            'input_error' => [self::InputError],
            'ip_error' => [self::IpError],
            'ip_blocked' => [self::IpBlocked],
            'no_charge' => [self::NoCharge],
            'bot_token_invalid' => [self::BotTokenInvalid],
            'login_fail' => [self::LoginFail],
            'unknown_error' => [self::UnknownError],
            'fail' => [self::Fail],
            'too_many_requests' => [self::TooManyRequests],
            'service_unavailable' => [self::ServiceUnavailable],
            'internal_server_error' => [self::InternalServerError],
            'server_error' => [self::BadGateway, self::GatewayTimeout],
            default => [],
        };
    }

    /** What this code means. */
    public function info(): StatusCodeInfo
    {
        return match ($this) {
            self::Successfully => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['successfully'],
                category: StatusCodeCategory::Success,
                httpStatus: 200,
                messages: [
                    'en' => 'The request succeeded.',
                    'fa' => 'درخواست به موفقیت ارسال شد.',
                ],
            ),
            self::BadRequest => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['bad_request'],
                category: StatusCodeCategory::InvalidRequest,
                httpStatus: 400,
                messages: [
                    'en' => 'The server could not understand the request.',
                    'fa' => 'سرور قادر به تشخیص درخواست نمیباشد.',
                ],
            ),
            self::ParameterError => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['parameter_error'],
                category: StatusCodeCategory::InvalidRequest,
                httpStatus: 400,
                messages: [
                    'en' => 'Required parameters are missing.',
                    'fa' => 'پارامترهای اصلی و اجباری وارد نشده اند.',
                ],
            ),
            self::AuthenticationError => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['authentication_error'],
                category: StatusCodeCategory::Unauthenticated,
                httpStatus: 500,
                messages: [
                    'en' => 'The access token is wrong.',
                    'fa' => 'توکن دسترسی نادرست است.',
                ],
            ),
            self::DataError => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['data_error'],
                category: StatusCodeCategory::ServerError,
                httpStatus: 502,
                messages: [
                    'en' => 'The request failed. (Contact support if needed.)',
                    'fa' => 'درخواست با خطا روبرو شده است. (در صورت نیاز با پشتیبانی تماس بگیرید.)',
                ],
            ),
            self::AccessDenied => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['access_deniad'],
                category: StatusCodeCategory::Forbidden,
                httpStatus: 500,
                messages: [
                    'en' => 'Access is not allowed.',
                    'fa' => 'دسترسی مجاز نمیباشد.',
                ],
            ),
            self::NotFound => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['not_found', 'data_error'],
                category: StatusCodeCategory::NotFound,
                httpStatus: 404,
                messages: [
                    'en' => 'Nothing was found.',
                    'fa' => 'اطلاعاتی جهت نمایش خروجی وجود ندارد.',
                ],
            ),
            self::MethodError => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['method_error'],
                category: StatusCodeCategory::InvalidRequest,
                httpStatus: 400,
                messages: [
                    'en' => 'The request\'s method is not accepted.',
                    'fa' => 'متد ارسال درخواست مورد تایید نیست.',
                ],
            ),
            self::UserBlocked => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['user_blocked'],
                category: StatusCodeCategory::Forbidden,
                httpStatus: 500,
                messages: [
                    'en' => 'The Telegram ID of the access token\'s owner is blocked.',
                    'fa' => 'شناسه تلگرام صاحب توکن دسترسی مسدود شده است.',
                ],
            ),
            self::IpLimited => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['ip_limited'],
                category: StatusCodeCategory::Forbidden,
                httpStatus: 500,
                messages: [
                    'en' => 'IP restriction is on, and the sender\'s IP address is not allowed.',
                    'fa' => 'فعال بودن قابلیت محدودیت آیپی و مجاز نبودن آیپی ارسال کننده درخواست.',
                ],
            ),
            self::ActivityError => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['activity_error'],
                category: StatusCodeCategory::ServerError,
                httpStatus: 502,
                messages: [
                    'en' => 'The operation failed.',
                    'fa' => 'خطا در فعالیت.',
                ],
            ),
            self::Offline => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['offline'],
                category: StatusCodeCategory::Unavailable,
                httpStatus: 503,
                messages: [
                    'en' => 'All shared web services, or the requested one, are switched off.',
                    'fa' => 'کل وب سرویس های اشتراکی یا وب سرویس اشتراکی مورد نظر خاموش است.',
                ],
                retryable: true,
            ),
            self::Update => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['update'],
                category: StatusCodeCategory::Unavailable,
                httpStatus: 503,
                messages: [
                    'en' => 'All shared web services, or the requested one, are being updated.',
                    'fa' => 'کل وب سرویس های اشتراکی یا وب سرویس اشتراکی مورد نظر در حال آپدیت هستند.',
                ],
                retryable: true,
            ),
            self::CountryError => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['country_error'],
                category: StatusCodeCategory::InvalidRequest,
                httpStatus: 400,
                messages: [
                    'en' => 'The mobile number is not an Iranian number.',
                    'fa' => 'شماره موبایل وارد شده مربوط به کشور ایران نیست.',
                ],
            ),
            self::IpCountryError => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['ip_country_error'],
                category: StatusCodeCategory::Forbidden,
                httpStatus: 500,
                messages: [
                    'en' => 'Your IP address is not in Iran.',
                    'fa' => 'آیپی شما مربوط به کشور ایران نیست.',
                ],
            ),
            self::PhoneInvalid => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['phone_invalid'],
                category: StatusCodeCategory::InvalidRequest,
                httpStatus: 400,
                messages: [
                    'en' => 'The format of the mobile number is wrong.',
                    'fa' => 'فرمت شماره موبایل اشتباه است.',
                ],
            ),
            self::InputError => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['input_error'],
                category: StatusCodeCategory::InvalidRequest,
                httpStatus: 400,
                messages: [
                    'en' => 'The information you entered is wrong.',
                    'fa' => 'اطلاعات وارد شده توسط شما صحیح نمیباشد.',
                ],
            ),
            self::IpError => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['ip_error'],
                category: StatusCodeCategory::InvalidRequest,
                httpStatus: 400,
                messages: [
                    'en' => 'The format of the IP address is wrong.',
                    'fa' => 'فرمت آیپی ارسال شده اشتباه است.',
                ],
            ),
            self::IpBlocked => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['ip_blocked'],
                category: StatusCodeCategory::Forbidden,
                httpStatus: 500,
                messages: [
                    'en' => 'This IP address is blocked.',
                    'fa' => 'آیپی مورد نظر مسدود شده است و اجازه دسترسی ندارد.',
                ],
            ),
            self::NoCharge => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['no_charge'],
                category: StatusCodeCategory::OutOfCredit,
                httpStatus: 500,
                messages: [
                    'en' => 'Your web service panel has run out of credit.',
                    'fa' => 'شارژ پنل وب سرویس شما به اتمام رسیده است.',
                ],
            ),
            self::BotTokenInvalid => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['bot_token_invalid'],
                category: StatusCodeCategory::Unauthenticated,
                httpStatus: 500,
                messages: [
                    'en' => 'The Telegram bot token is wrong.',
                    'fa' => 'توکن ربات تلگرام مورد نظر نادرست است.',
                ],
            ),
            self::LoginFail => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['login_fail'],
                category: StatusCodeCategory::Unauthenticated,
                httpStatus: 500,
                messages: [
                    'en' => 'An error occurred while logging in.',
                    'fa' => 'خطایی در لاگین کردن به وجود آمده است.',
                ],
            ),
            self::UnknownError => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['unknown_error'],
                category: StatusCodeCategory::Unspecified,
                httpStatus: 502,
                messages: [
                    'en' => 'An unknown error occurred. (Contact support if needed.)',
                    'fa' => 'خطای نامشخصی رخ داده است. (در صورت نیاز با پشتیبانی تماس بگیرید.)',
                ],
            ),
            self::Fail => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['fail'],
                category: StatusCodeCategory::ServerError,
                httpStatus: 502,
                messages: [
                    'en' => 'The request could not be processed.',
                    'fa' => 'خطا در پردازش درخواست.',
                ],
            ),
            self::TooManyRequests => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['too_many_requests'],
                category: StatusCodeCategory::RateLimited,
                httpStatus: 429,
                messages: [
                    'en' => 'You have sent too many requests.',
                    'fa' => 'تعداد درخواست های شما بیش از حد مجاز است.',
                ],
                retryable: true,
            ),
            self::ServiceUnavailable => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['service_unavailable'],
                category: StatusCodeCategory::Unavailable,
                httpStatus: 503,
                messages: [
                    'en' => 'The service is not available.',
                    'fa' => 'سرویس در دسترس نمیباشد.',
                ],
                retryable: true,
            ),
            self::InternalServerError => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['internal_server_error'],
                category: StatusCodeCategory::ServerError,
                httpStatus: 502,
                messages: [
                    'en' => 'An internal server error occurred.',
                    'fa' => 'خطایی در سرور داخلی رخ داده است.',
                ],
                retryable: true,
            ),
            self::BadGateway => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['server_error'],
                category: StatusCodeCategory::ServerError,
                httpStatus: 502,
                messages: [
                    'en' => 'The server could not be reached.',
                    'fa' => 'ارتباط با سرور برقرار نشده است.',
                ],
                retryable: true,
            ),
            self::GatewayTimeout => new StatusCodeInfo(
                code: $this->value,
                case: $this,
                names: ['server_error'],
                category: StatusCodeCategory::ServerError,
                httpStatus: 502,
                messages: [
                    'en' => 'The server could not be reached.',
                    'fa' => 'ارتباط با سرور برقرار نشده است.',
                ],
                retryable: true,
            ),
        };
    }

    private static function unlisted(int $code): StatusCodeInfo
    {
        return match (true) {
            $code >= 500 && $code <= 599 => new StatusCodeInfo(
                code: $code,
                case: null,
                names: ['unrecognized'],
                category: StatusCodeCategory::ServerError,
                httpStatus: 502,
                messages: [
                    'en' => 'i-neo sent a code that is not in its table.',
                    'fa' => 'کدی از i-neo آمده که در جدول کدها نیست.',
                ],
                retryable: true,
            ),
            default => new StatusCodeInfo(
                code: $code,
                case: null,
                names: ['unrecognized'],
                category: StatusCodeCategory::Unspecified,
                httpStatus: 502,
                messages: [
                    'en' => 'i-neo sent a code that is not in its table.',
                    'fa' => 'کدی از i-neo آمده که در جدول کدها نیست.',
                ],
            ),
        };
    }
}

/** What codes have in common. */
enum StatusCodeCategory: string
{
    /** The request was carried out. */
    case Success = 'success';
    /** The request is wrong: fix it before you send it again. */
    case InvalidRequest = 'invalid_request';
    /** A token or a login was not accepted. */
    case Unauthenticated = 'unauthenticated';
    /** Who is asking, or from where, is not allowed. */
    case Forbidden = 'forbidden';
    /** The account's credit is used up: nothing works before it is charged. */
    case OutOfCredit = 'out_of_credit';
    /** There is nothing to answer with. */
    case NotFound = 'not_found';
    /** Too many requests: slow down. */
    case RateLimited = 'rate_limited';
    /** The service is switched off, being updated or overloaded. */
    case Unavailable = 'unavailable';
    /** i-neo failed while it worked on the request. */
    case ServerError = 'server_error';
    /** i-neo did not say what went wrong. */
    case Unspecified = 'unspecified';
}

/** What a code means, listed in the table or not. */
final class StatusCodeInfo implements \Stringable
{
    /** The name on the wire. */
    public readonly string $name;

    /** The message in the default language; the name, where the table has none. */
    public readonly string $message;

    /**
     * @internal Use {@see StatusCode::describe()} and {@see StatusCode::info()}.
     *
     * @param int $code the code itself
     * @param ?StatusCode $case the case of the enum; null if the table does not list the code
     * @param non-empty-list<string> $names the name on the wire, followed by the aliases
     * @param int $httpStatus the HTTP status that your own server should respond with
     * @param array<string, string> $messages the messages by language
     * @param bool $retryable whether to send the request again
     * @param ?int $retryAfter after how many seconds; null: back off as you see fit
     */
    public function __construct(
        public readonly int $code,
        public readonly ?StatusCode $case,
        public readonly array $names,
        public readonly StatusCodeCategory $category,
        public readonly int $httpStatus,
        public readonly array $messages,
        public readonly bool $retryable = false,
        public readonly ?int $retryAfter = null,
    ) {
        $this->name = $names[0];
        $this->message = $messages['en'] ?? $names[0];
    }

    /** Whether the table lists the code. */
    public function isListed(): bool
    {
        return $this->case !== null;
    }

    /** Whether the request succeeded. */
    public function isSuccess(): bool
    {
        return match ($this->category) {
            StatusCodeCategory::Success => true,
            default => false,
        };
    }

    /**
     * The message in the language of a BCP 47 tag or a locale: `fa-IR` and `fa_IR.UTF-8` find `fa`.
     *
     * Null if the table does not have the language.
     */
    public function messageIn(string $language): ?string
    {
        $found = self::language($language);
        return $found === null ? null : $this->messages[$found] ?? $this->message;
    }

    /** The code and its name. */
    public function __toString(): string
    {
        return "$this->code $this->name";
    }

    /** The language of the table that serves another one, by the lookup of RFC 4647, section 3.4. */
    private static function language(string $range): ?string
    {
        $range = str_replace('_', '-', substr($range, 0, strcspn($range, '.@')));
        while (true) {
            foreach (StatusCode::LANGUAGES as $language) {
                if (strcasecmp($language, $range) === 0) {
                    return $language;
                }
            }
            $end = strrpos($range, '-');
            if ($end === false) {
                return null;
            }
            $range = substr($range, 0, $end);
            if (substr($range, -2, 1) === '-') {
                $range = substr($range, 0, -2);
            }
        }
    }
}
