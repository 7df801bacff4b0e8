// A client of an i-neo web service: `node client.js URL`.

import { setTimeout } from "node:timers/promises";

import { type StatusCodeInfo, formatStatusCode, parseStatusCode, statusCodeInfo } from "./codes.js";

/** There is no result: `info` has what the code means, if i-neo sent one. */
export class ApiError extends Error {
  readonly info: StatusCodeInfo | undefined;

  constructor({ status, status_code }: { status: string; status_code?: number | null }) {
    const code = parseStatusCode(String(status_code ?? status)); // Not `||`: 0 is a code.
    super(code === undefined ? `no code has the name ${status} alone` : formatStatusCode(code));
    this.info = code === undefined ? undefined : statusCodeInfo(code);
  }
}

async function requestOnce(url: string): Promise<unknown> {
  // The body says what happened, whatever the HTTP status is.
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  const answer = (await response.json()) as { ok: true; result: unknown } | { ok: false; status: string };
  if (!answer.ok) {
    throw new ApiError(answer);
  }
  return answer.result;
}

/** The result of a request that may be carried out twice. The delays are in seconds. */
export async function request(url: string, delay = 1, tries = 4): Promise<unknown> {
  try {
    return await requestOnce(url);
  } catch (error) {
    // What is not an ApiError is no answer, or not one of i-neo.
    const info = error instanceof ApiError ? error.info : undefined;
    if (tries === 1 || !(info?.isRetryable ?? !(error instanceof ApiError))) {
      throw error;
    }
    await setTimeout((info?.retryAfterSeconds ?? delay) * 1000);
    return request(url, delay * 2, tries - 1);
  }
}

const [url = "", delay = "1"] = process.argv.slice(2);
try {
  const user = (await request(url, Number(delay))) as { name: string };
  console.log(user.name);
} catch (error) {
  if (!(error instanceof ApiError)) {
    throw error;
  }
  console.error(error.info?.messages.fa ?? error.message);
  process.exitCode = 1;
}
