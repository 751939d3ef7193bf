/** An answer that arrived: status and body as Zelto, or whatever stands in front of it, gave them. */
export interface AnswerOutcome {
  readonly kind: "answer";
  readonly status: number;
  /** Value of the Content-Type header, or null where none came. */
  readonly contentType: string | null;
  /** Decoded body, at most 64 KB for a write. */
  readonly body: string;
  /** True where the body was longer than the cap: what is here is only its beginning. */
  readonly truncated: boolean;
  /** Value of the Retry-After header, or null. */
  readonly retryAfter: string | null;
}

/** Why nothing left: the connection never stood, so Zelto cannot have seen a byte of the body. */
export type NotSentCause = "dns" | "refused" | "unreachable" | "connect-timeout" | "tls";

/** Why an exchange that had begun gave no readable end. `interrupted`: our own process ended while it was open. */
export type UnknownCause = "timeout" | "reset" | "cut" | "garbled" | "interrupted";

/** Why we did not even try. */
export type LocalCause = "key-missing" | "store";

/** The one thing the policy table judges: what came of one attempt. */
export type AttemptOutcome =
  | AnswerOutcome
  | { readonly kind: "not-sent"; readonly cause: NotSentCause }
  | { readonly kind: "unknown"; readonly cause: UnknownCause }
  | { readonly kind: "local"; readonly cause: LocalCause };
