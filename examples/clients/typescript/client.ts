// A client of an i-neo web service: `node client.js URL`.

import { type ReceivedStatusCode, formatStatusCode, parseStatusCode, statusCodeInfo } from "./codes.js";

/** i-neo answered, and said why there is no result. */
export class ApiError extends Error {
  readonly code: ReceivedStatusCode;

  constructor(code: ReceivedStatusCode) {
    super(formatStatusCode(code));
    this.code = code;
  }
}

/** One request. The body says what happened, whatever the HTTP status is. */
export async function request(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  const answer = (await response.json()) as { ok: boolean; status: string; status_code?: number; result?: unknown };
  if (answer.ok) {
    return answer.result;
  }
  const code = parseStatusCode(String(answer.status_code ?? answer.status));
  throw code === undefined ? new Error(`an error without a code: ${answer.status}`) : new ApiError(code);
}

/** Only for requests that may be carried out twice. */
export async function requestWithRetries(url: string, delay = 1, tries = 4): Promise<unknown> {
  for (let left = tries - 1; ; left -= 1, delay *= 2) {
    try {
      return await request(url);
    } catch (error) {
      // What is not an ApiError is no answer, or not one of i-neo.
      const info = error instanceof ApiError ? statusCodeInfo(error.code) : undefined;
      if (left === 0 || info?.isRetryable === false) {
        throw error;
      }
      const seconds = info?.retryAfterSeconds ?? delay;
      await new Promise((wake) => setTimeout(wake, seconds * 1000));
    }
  }
}

const [url, delay] = process.argv.slice(2);
try {
  const user = (await requestWithRetries(url ?? "", Number(delay ?? 1))) as { name: string };
  console.log(user.name);
} catch (error) {
  if (!(error instanceof ApiError)) {
    throw error;
  }
  console.error(statusCodeInfo(error.code).messages.fa);
  process.exitCode = 1;
}
