// Answers questions about the exported table beside it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import * as codes from "./codes.js";

/** What some tables don't have, or have of another type. */
interface Module {
  readonly statusCodeInfo: (code: unknown) => Info;
  readonly isStatusCode: (code: unknown) => boolean;
  readonly formatStatusCode: (code: unknown) => string;
  readonly parseStatusCode: (text: string) => unknown;
  readonly statusCodeTextIn?: (texts: unknown, language: string) => string | undefined;
}

type Info = Readonly<Record<string, unknown>> & {
  readonly isListed: boolean;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly retryAfterSeconds?: number;
};

interface Table {
  readonly is_text: boolean;
  readonly languages: readonly string[];
  readonly columns: readonly string[];
}

const known = codes as unknown as Module;
let table: Table = { is_text: false, languages: [], columns: [] };

const received = (code: string): unknown => (table.is_text ? code : Number(code));

function inEach(texts: unknown): unknown {
  return Object.fromEntries(table.languages.map((tag) => [tag, known.statusCodeTextIn?.(texts, tag)]));
}

function column(info: Info, name: string): unknown {
  const camel = name.replace(/_+(.)/g, (_, letter: string) => letter.toUpperCase());
  const value = Object.hasOwn(info, camel) && !(`${camel}_` in shape) ? info[camel] : info[`${camel}_`];
  switch (typeof value) {
    case "undefined":
      return null;
    case "object":
      return inEach(value);
    case "number":
      return String(value);
    default:
      return value;
  }
}

/** The properties that some code has. */
const shape: Record<string, true> = Object.assign(
  Object.create(null),
  ...codes.allStatusCodes.map((code) =>
    Object.fromEntries(Object.keys(codes.statusCodeInfo(code)).map((key) => [key, true])),
  ),
);

function meaning(info: Info): unknown {
  return {
    listed: info.isListed,
    names: [info.name, ...info.aliases],
    messages: inEach(info["messages"] ?? {}),
    category: info["category"] ?? null,
    success: info["isSuccess"] ?? null,
    retryable: info["isRetryable"],
    retry_after: info.retryAfterSeconds === undefined ? null : String(info.retryAfterSeconds),
    http: info["httpStatus"] ?? null,
    columns: Object.fromEntries(table.columns.map((name) => [name, column(info, name)])),
  };
}

function answer([kind, ...asked]: readonly [string, ...unknown[]]): unknown {
  const text = String(asked[0]);
  switch (kind) {
    case "table":
      table = asked[0] as Table;
      assert.deepEqual(Object.values(codes.StatusCode), codes.allStatusCodes);
      assert.ok(codes.allStatusCodes.every(codes.isStatusCode));
      return codes.allStatusCodes.map(String);
    case "code": {
      const info = known.statusCodeInfo(received(text));
      assert.equal(known.isStatusCode(received(text)), info.isListed);
      return meaning(info);
    }
    case "text":
      return meaning(known.statusCodeInfo(text));
    case "named":
      return codes.statusCodesNamed(text).map(String);
    case "parse": {
      const code = known.parseStatusCode(text);
      return code === undefined ? null : String(code);
    }
    case "shown":
      return known.formatStatusCode(text);
    case "message":
      return known.statusCodeTextIn?.(known.statusCodeInfo(text)["messages"], String(asked[1])) ?? null;
    default:
      throw new Error(kind);
  }
}

const questions = fileURLToPath(new URL("questions.jsonl", import.meta.url));
for (const line of readFileSync(questions, "utf8").trimEnd().split("\n")) {
  console.log(JSON.stringify(answer(JSON.parse(line) as [string, ...unknown[]])));
}
