<?php

// Answers questions about the exported table beside it.

declare(strict_types=1);

error_reporting(E_ALL);
set_error_handler(static fn (int $level, string $text) => throw new ErrorException($text, 0, $level));
require __DIR__ . '/codes.php';

$table = [];

function plain(mixed $value): mixed
{
    return is_int($value) ? (string) $value : $value;
}

function column(StatusCodeInfo $info, string $name, array $languages): mixed
{
    $camel = lcfirst(str_replace('_', '', ucwords($name, '_')));
    $property = property_exists($info, $camel . '_') ? $camel . '_' : $camel;
    $value = $info->$property;
    if (!method_exists($info, $camel . 'In') || $camel === 'message') {
        return plain($value);
    }
    $texts = [];
    foreach ($languages as $language) {
        $texts[$language] = $info->{$camel . 'In'}($language);
    }
    assert($value === $texts[$languages[0]]);
    return $value === null ? null : (object) $texts;
}

function meaning(StatusCodeInfo $info, array $table): array
{
    $messages = [];
    foreach ($table['languages'] as $language) {
        $messages[$language] = $info->messageIn($language);
    }
    assert($messages === [] || $info->message === reset($messages));
    assert($info->name === $info->names[0] && $info->isListed() === ($info->case !== null));
    assert($info->case === null || $info->case->value === $info->code);
    $columns = [];
    foreach ($table['columns'] as $column) {
        $columns[$column] = column($info, $column, $table['languages']);
    }
    return [
        'listed' => $info->isListed(),
        'names' => $info->names,
        'messages' => (object) $messages,
        'category' => $table['has_categories'] ? $info->category->value : null,
        'success' => $table['has_success'] ? $info->isSuccess() : null,
        'retryable' => $info->retryable,
        'retry_after' => plain($info->retryAfter),
        'http' => $table['has_http'] ? $info->httpStatus : null,
        'columns' => (object) $columns,
    ];
}

function received(string $code, array $table): StatusCodeInfo
{
    $info = StatusCode::describe($table['is_text'] ? $code : $code + 0);
    assert((string) $info->code === $code);
    return $info;
}

function answer(array $question, array &$table): mixed
{
    [$kind, $asked] = $question;
    switch ($kind) {
        case 'table':
            $table = $asked;
            foreach (StatusCode::cases() as $case) {
                assert(StatusCode::from($case->value) === $case && StatusCode::describe($case->value) == $case->info());
            }
            return array_map(static fn (StatusCode $case) => (string) $case->value, StatusCode::cases());
        case 'code':
            return meaning(received($asked, $table), $table);
        case 'text':
            return meaning(StatusCode::describe($asked), $table);
        case 'named':
            return array_map(static fn (StatusCode $case) => (string) $case->value, StatusCode::named($asked));
        case 'shown':
            return (string) received($asked, $table);
        case 'message':
            return received($asked, $table)->messageIn($question[2]);
    }
    throw new LogicException($kind);
}

foreach (file(__DIR__ . '/questions.jsonl') as $line) {
    $question = json_decode($line, true, flags: JSON_THROW_ON_ERROR);
    echo json_encode(answer($question, $table), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE), "\n";
}
