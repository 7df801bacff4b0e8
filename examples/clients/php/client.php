<?php

// A client of an i-neo web service: `php client.php URL`.

declare(strict_types=1);

use Ineo\StatusCode;
use Ineo\StatusCodeInfo;

require __DIR__ . '/codes.php';

/** i-neo answered, and said why there is no result. */
final class ApiError extends Exception
{
    public function __construct(public readonly StatusCodeInfo $info)
    {
        parent::__construct((string) $info);
    }
}

/** One request. The body says what happened, whatever the HTTP status is. */
function request(string $url): mixed
{
    $context = stream_context_create(['http' => ['ignore_errors' => true, 'timeout' => 10]]);
    $answer = json_decode((string) @file_get_contents($url, false, $context), true, flags: JSON_THROW_ON_ERROR);
    if ($answer['ok']) {
        return $answer['result'];
    }
    $code = $answer['status_code'] ?? null;
    $named = StatusCode::named($answer['status']);
    throw match (true) {
        $code !== null => new ApiError(StatusCode::describe($code)), // Not `if ($code)`: 0 is a code.
        count($named) === 1 => new ApiError($named[0]->info()),
        default => new UnexpectedValueException("an error without a code: {$answer['status']}"),
    };
}

/** Only for requests that may be carried out twice. */
function request_with_retries(string $url, float $delay = 1, int $tries = 4): mixed
{
    for (;; $delay *= 2) {
        try {
            return request($url);
        } catch (ApiError | JsonException $error) { // A JsonException is no answer, or not one of i-neo.
            $info = $error instanceof ApiError ? $error->info : null;
            if (--$tries === 0 || $info?->retryable === false) {
                throw $error;
            }
            usleep((int) (($info?->retryAfter ?? $delay) * 1_000_000));
        }
    }
}

try {
    echo request_with_retries($argv[1], (float) ($argv[2] ?? 1))['name'], "\n";
} catch (ApiError $error) {
    fwrite(STDERR, $error->info->messageIn('fa') . "\n");
    exit(1);
}
