import type { ZeltoFacts } from "./zelto-facts";

export interface ZeltoAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined when it is not JSON. */
  readonly json: unknown;
}

export interface ZeltoCallOptions {
  /** Sent as JSON; text and bytes go as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Null sends no Authorization header. */
  readonly key?: string | null;
  readonly signal?: AbortSignal;
}

/** Speaks to a Zelto and holds every answer of a named operation against the vendor's schemas. */
export interface ZeltoCaller {
  call(operation: string, path: string, options?: ZeltoCallOptions): Promise<ZeltoAnswer>;
  /** A request that no operation answers for, or whose answer is bent on purpose: nothing is checked. */
  raw(method: string, path: string, options?: ZeltoCallOptions): Promise<ZeltoAnswer>;
}

const METHODS: Readonly<Record<string, string>> = {
  uploadCall: "POST",
  createBucket: "POST",
  addConversationToBucket: "POST",
  removeConversationFromBucket: "DELETE",
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Bent answers are not JSON; a test that expects JSON sees undefined.
    return undefined;
  }
}

const toBody = (body: unknown): BodyInit => (typeof body === "string" || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body));

export function callZelto(target: { readonly baseUrl: string; readonly apiKey: string }, facts: ZeltoFacts): ZeltoCaller {
  const raw: ZeltoCaller["raw"] = async (method, path, options = {}) => {
    const { key = target.apiKey, body } = options;
    const response = await fetch(`${target.baseUrl}${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: toBody(body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  };
  return {
    raw,
    async call(operation, path, options) {
      const answer = await raw(METHODS[operation] ?? "GET", path, options);
      facts.checkAnswer(operation, answer.status, answer.json);
      return answer;
    },
  };
}
