<?php

// What a program in PHP relies on, with i-neo's codes.

declare(strict_types=1);

require __DIR__ . '/ineo/codes.php';

function refuses(string $text): void
{
    try {
        StatusCode::describe($text);
    } catch (ValueError) {
        return;
    }
    throw new LogicException("`$text` is read as a code");
}

function check(bool $holds, string $what): void
{
    if (!$holds) {
        throw new LogicException($what);
    }
}

foreach (['', ' 404', '404 ', "404\n", '404abc', '4e2', '404.0', '0x194', 'not_found', '99999999999999999999'] as $text) {
    refuses($text);
}
check(StatusCode::describe('0404')->case === StatusCode::NotFound, 'leading zeros');
check(StatusCode::describe('-9223372036854775808')->code === PHP_INT_MIN, 'the smallest integer');
check(StatusCode::describe('0')->code === 0, 'code 0 is a code');
check(StatusCode::tryFrom(599) === null && StatusCode::describe(599)->retryable, 'an unlisted code has a meaning');
check(StatusCode::named('data_error') === [StatusCode::DataError, StatusCode::NotFound], 'a shared name is not guessed');
check(json_encode(StatusCode::NotFound) === '404', 'a code in JSON');
