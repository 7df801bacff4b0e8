<?php

// A client of an i-neo web service: `php client.php URL`.

declare(strict_types=1);

use Ineo\StatusCode;
use Ineo\StatusCodeInfo;

require __DIR__ . '/codes.php';

/** There is no result: `info` has the code that says why, if i-neo sent one. */
final class ApiError extends RuntimeException
{
    public function __construct(public readonly ?StatusCodeInfo $info)
    {
        parent::__construct((string) ($info ?? 'no answer, or one without a code'));
    }
}

/** The result of a request that may be carried out twice. The delays are in seconds. */
function request(string $url, float $delay = 1, int $tries = 4): mixed
{
    $context = stream_context_create(['http' => ['ignore_errors' => true, 'timeout' => 10]]);
    for (;; $delay *= 2) {
        // The body says what happened, whatever the HTTP status is. What is not JSON does not come from i-neo.
        /** @var ?array{ok: bool, status: string, status_code?: ?int, result?: mixed} $answer */
        $answer = json_decode((string) @file_get_contents($url, context: $context), true);
        if ($answer['ok'] ?? false) {
            return $answer['result'] ?? null;
        }
        $named = StatusCode::named($answer['status'] ?? '');
        $code = $answer['status_code'] ?? (count($named) === 1 ? $named[0]->value : null);
        $info = $code === null ? null : StatusCode::describe($code); // Not `if ($code)`: 0 is a code.
        if (--$tries === 0 || !($info?->retryable ?? $answer === null)) {
            throw new ApiError($info);
        }
        usleep((int) (($info->retryAfter ?? $delay) * 1_000_000));
    }
}

try {
    echo request($argv[1], (float) ($argv[2] ?? 1))['name'], "\n";
} catch (ApiError $error) {
    fwrite(STDERR, ($error->info?->messageIn('fa') ?? $error->getMessage()) . "\n");
    exit(1);
}
