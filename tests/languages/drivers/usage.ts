// What a program may do with the codes, and what the compiler has to refuse: it reports a `@ts-expect-error` that expects
// nothing.

import assert from "node:assert/strict";

import {
  isStatusCode,
  parseStatusCode,
  statusCodeInfo,
  statusCodesNamed,
  statusCodeTextIn,
  StatusCode,
  type ReceivedStatusCode,
  type StatusCodeCategory,
} from "./ineo/codes.js";

const raised: StatusCode = StatusCode.NotFound;
const received: ReceivedStatusCode = 599;
// @ts-expect-error: not listed
const wrong: StatusCode = 4040;
// @ts-expect-error: what was received is not known to be listed
const unchecked: StatusCode = received as ReceivedStatusCode;
assert.deepEqual([raised, wrong, unchecked], [404, 4040, 599]);

function shown(code: ReceivedStatusCode): string {
  if (!isStatusCode(code)) {
    return "unlisted";
  }
  switch (code) {
    case StatusCode.NotFound:
      return "missing";
    // @ts-expect-error: no case of what is listed
    case 4040:
      return "never";
    case StatusCode.UnknownError:
      return "unknown";
    default:
      return "other";
  }
}

/** Complete: without a category, the compiler finds a way without a result. */
function isOurs(category: StatusCodeCategory): boolean {
  switch (category) {
    case "success":
    case "invalid_request":
    case "not_found":
    case "rate_limited":
      return false;
    case "unauthenticated":
    case "forbidden":
    case "out_of_credit":
    case "unavailable":
    case "server_error":
    case "unspecified":
      return true;
  }
}

assert.deepEqual([404, 0, 599].map(shown), ["missing", "unknown", "unlisted"]);
assert.ok(isOurs(statusCodeInfo(599).category));
assert.ok(statusCodeInfo(0).isListed && statusCodeInfo(-0).isListed && statusCodeInfo("0").isListed);
for (const nothing of ["constructor", "404", 404.5, NaN, null, undefined, {}]) {
  assert.ok(!isStatusCode(nothing));
}
for (const nothing of ["four", "", " 404", "0x194", "4e2", "۴۰۴", 404.5, NaN, Infinity]) {
  assert.throws(() => statusCodeInfo(nothing), RangeError);
}
assert.deepEqual(statusCodesNamed("constructor"), []);
assert.equal(parseStatusCode("data_error"), undefined);
assert.equal(parseStatusCode("18446744073709551615"), undefined);
assert.ok(Object.is(parseStatusCode("-0"), 0));
assert.equal(statusCodeInfo("18446744073709551615").name, "unrecognized");
assert.equal(statusCodeTextIn(statusCodeInfo(404).messages, "fa-IR"), statusCodeInfo(404).messages.fa);
