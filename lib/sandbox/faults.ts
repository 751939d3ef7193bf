import { answerError, answerJson } from "./answers";
import type { Answer } from "./answers";
import type { EndpointState, SandboxDials } from "./dials";
import type { OperationName, RouteMatch } from "./routes";
import { strikes } from "./settings";
import type { SandboxStore } from "./store";

/** Thrown by `Sandbox.handle` where a connection is to be dropped without an answer; whoever serves the sandbox does the dropping. */
export class SandboxReset extends Error {
  override readonly name = "SandboxReset";
}

const ERROR_TEXTS: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Payload too large",
  422: "Validation failed",
  429: "Too many requests",
  500: "Internal server error",
  502: "Bad gateway",
  503: "Service unavailable",
  504: "Gateway timeout",
};

export const errorText = (status: number): string => ERROR_TEXTS[status] ?? `Status ${status}`;

/** The answer of the first status rate that strikes this request, if one does. */
export function answerFromStatusRates(store: SandboxStore, dials: SandboxDials, match: RouteMatch): Answer | null {
  const group = match.kind === "operation" ? match.group : null;
  const struck = dials.statusRates.find(
    ({ operation, percent }) => (operation === "all" || operation === group) && strikes(store, percent),
  );
  if (struck === undefined) return null;
  const headers = {
    ...(struck.retryAfter === undefined ? {} : { "retry-after": struck.retryAfter }),
    // Nobody should follow it: a client that does has handed the key to a stranger.
    ...(struck.status >= 300 && struck.status < 400 ? { location: "https://elsewhere.sandbox.invalid/" } : {}),
  };
  return answerError(struck.status, errorText(struck.status), { message: "Set by a fault dial", headers });
}

function endpointState(dials: SandboxDials, operation: OperationName): EndpointState {
  switch (operation) {
    case "listConversations":
      return dials.listEndpoint;
    case "getConversationTranscript":
      return dials.transcriptEndpoint;
    case "listAgents":
    case "getAgent":
      return dials.agentsEndpoint;
    case "listBuckets":
    case "createBucket":
    case "getBucket":
    case "listBucketConversations":
    case "removeConversationFromBucket":
      return dials.bucketsEndpoint;
    case "uploadCall":
    case "getConversation":
    case "addConversationToBucket":
      return "on";
  }
}

/** The answer of an endpoint that has been dialled away, if this operation's has. */
export function answerFromEndpointDial(dials: SandboxDials, operation: OperationName): Answer | null {
  const state = endpointState(dials, operation);
  return state === "on" ? null : answerError(Number(state), errorText(Number(state)));
}

const LOGIN_PAGE = "<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in to continue</h1></body></html>";

/** The answer to an accepted upload, bent as the dial says. */
export function answerAccepted(shape: SandboxDials["malformed200"]): Answer {
  const good = answerJson(200, { received: true });
  switch (shape) {
    case "off":
      return good;
    case "empty":
      return { ...good, body: "" };
    case "html":
      return { ...good, headers: { "content-type": "text/html; charset=utf-8" }, body: LOGIN_PAGE };
    case "receivedFalse":
      return answerJson(200, { received: false });
    case "receivedString":
      return answerJson(200, { received: "true" });
    case "cut":
      return { ...good, body: '{"received": tr' };
  }
}
