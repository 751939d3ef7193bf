import "server-only";
import type { AttemptOutcome, NotSentCause } from "@/lib/core/uploads/attempt-outcome";

/** Faults of name lookup, routing and connecting: no byte of a request has left when one of these is reported. */
const BEFORE_SENDING = new Map<string, NotSentCause>([
  ["ENOTFOUND", "dns"],
  ["EAI_AGAIN", "dns"],
  ["EAI_FAIL", "dns"],
  ["EAI_NODATA", "dns"],
  ["EAI_NONAME", "dns"],
  ["ECONNREFUSED", "refused"],
  ["EHOSTUNREACH", "unreachable"],
  ["ENETUNREACH", "unreachable"],
  ["EHOSTDOWN", "unreachable"],
  ["ENETDOWN", "unreachable"],
  ["EADDRNOTAVAIL", "unreachable"],
  ["EACCES", "unreachable"],
  ["UND_ERR_CONNECT_TIMEOUT", "connect-timeout"],
]);

const TLS = /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|EPROTO)/;

interface Fault {
  readonly code: string | null;
  readonly name: string;
  readonly message: string;
}

/**
 * What a thrown fetch means for the question "may Zelto have seen it?". Every fault that is not known to come before the first
 * byte counts as unknown: calling a request unsent that was sent would invite a second, different one.
 * @param headSeen whether an answer's status line had arrived.
 */
export function causeOf(error: unknown, headSeen: boolean): AttemptOutcome {
  const faults = chain(error);
  if (!headSeen) {
    for (const { code, message } of faults) {
      const before = code === null ? undefined : BEFORE_SENDING.get(code);
      if (before) return { kind: "not-sent", cause: before };
      if ((code !== null && TLS.test(code)) || message.includes("before secure TLS connection was established")) return { kind: "not-sent", cause: "tls" };
      // The fetch standard blocks some ports, port 1 among them; nothing is opened then.
      if (message === "bad port") return { kind: "not-sent", cause: "unreachable" };
      if (code === "ETIMEDOUT" && message.startsWith("connect ")) return { kind: "not-sent", cause: "connect-timeout" };
    }
  }
  if (faults.some(({ code, name }) => name === "TimeoutError" || name === "AbortError" || code === "ETIMEDOUT" || code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_BODY_TIMEOUT")) {
    return { kind: "unknown", cause: "timeout" };
  }
  if (faults.some(({ code, name }) => code?.startsWith("HPE_") === true || name === "HTTPParserError")) return { kind: "unknown", cause: "garbled" };
  return { kind: "unknown", cause: headSeen ? "cut" : "reset" };
}

/** The error, its causes, and the members of an aggregate (one per address that was tried). */
function chain(error: unknown): readonly Fault[] {
  const faults: Fault[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (!(value instanceof Error) || depth > 5) return;
    const code = "code" in value && typeof value.code === "string" ? value.code : null;
    faults.push({ code, name: value.name, message: value.message });
    visit(value.cause, depth + 1);
    if (value instanceof AggregateError) for (const member of value.errors) visit(member, depth + 1);
  };
  visit(error, 0);
  return faults;
}
