import type { Fate } from "./fate";

/** What kind of thing came of an attempt; kept with it and shown in the inspector. */
export const OUTCOME_CLASSES = [
  "accepted",
  "unconfirmed",
  "configuration",
  "our-bug",
  "permanent",
  "key",
  "account",
  "network",
  "transient",
  "throttle",
  "not-sent",
  "unknown",
  "local",
] as const;
export type OutcomeClass = (typeof OUTCOME_CLASSES)[number];

/** What the sentences of a row may speak of. Nothing of the call itself, and never the key. */
export interface PolicyFacts {
  /** Host and port of the target. */
  readonly host: string;
  readonly status: number;
  readonly provider: string;
  /** Zelto's own short reason (`error`, `message`), at most 200 characters, or null. */
  readonly reason: string | null;
  /** "30 s (until 14:05:30 UTC)"; empty where nothing is waited for. */
  readonly wait: string;
}

/** Whom a row stops: only this upload, all uploads under the same provider header, or everything for this target. */
type PolicyScope = "item" | "provider" | "queue";

/** Whether the same bytes go again by themselves, and how often at most. `as-asked`: when Zelto says so, and that uses no try up. */
type RetryPlan = { readonly kind: "never" } | { readonly kind: "identical"; readonly tries: number } | { readonly kind: "as-asked" };

export interface PolicyRow {
  readonly class: OutcomeClass;
  readonly scope: PolicyScope;
  readonly retry: RetryPlan;
  /**
   * Where the upload stands afterwards. `queued`: nothing failed, it waits until the pause ends. Where the same bytes go again by
   * themselves, `held` is where it stands once the tries are used up.
   */
  readonly fate: Extract<Fate, "accepted" | "rejected" | "unknown" | "held" | "queued">;
  readonly sentence: (facts: PolicyFacts) => string;
}

const NEVER: RetryPlan = { kind: "never" };
/** 25 tries in 24 h, then a person decides. Ours: long enough for a night's outage. */
const NORMAL: RetryPlan = { kind: "identical", tries: 25 };
const FEW: RetryPlan = { kind: "identical", tries: 5 };
const SIX: RetryPlan = { kind: "identical", tries: 6 };

const because = (facts: PolicyFacts) => (facts.reason === null ? "" : `: ${facts.reason}`);
const unconfirmed = (what: string) => () =>
  `${what}, so whether Zelto took the call is not known.`;
const unknown = (what: string) => () => `${what}. The request may or may not have arrived.`;
const notReached = (why: string) => (facts: PolicyFacts) =>
  `Cannot reach Zelto at ${facts.host}: ${why}. Nothing was sent and nothing is lost.`;
const held = (what: string) => (facts: PolicyFacts) =>
  `${what} (${facts.status}${because(facts)}). It was sent and not accepted. Nothing is lost.`;

/**
 * What follows from each answer and each fault, the only such table. Statuses are given meaning by RFC 9110 and, for 400 and 401,
 * by the vendor's guide ("Handle errors"); where the vendor says nothing, the safe reading is taken: nothing is called
 * accepted, lost or refused that may be otherwise.
 */
export const POLICY = {
  accepted: { class: "accepted", scope: "item", retry: NEVER, fate: "accepted", sentence: () => "Accepted by Zelto, not yet seen there. Intake keeps looking." },
  acceptedOddly: {
    class: "accepted",
    scope: "item",
    retry: NEVER,
    fate: "accepted",
    sentence: (facts) => `Accepted by Zelto with status ${facts.status} instead of 200, not yet seen there. Intake keeps looking.`,
  },
  notTheAnswer: { class: "unconfirmed", scope: "item", retry: FEW, fate: "unknown", sentence: unconfirmed("The answer was not the one Zelto documents") },
  emptyAnswer: { class: "unconfirmed", scope: "item", retry: FEW, fate: "unknown", sentence: unconfirmed("The answer was empty") },
  answerTooLong: { class: "unconfirmed", scope: "item", retry: FEW, fate: "unknown", sentence: unconfirmed("The answer was longer than 64 KB") },
  senselessAnswer: { class: "unconfirmed", scope: "item", retry: NORMAL, fate: "unknown", sentence: unconfirmed("The answer made no sense as HTTP") },
  redirect: {
    class: "configuration",
    scope: "queue",
    retry: NEVER,
    fate: "queued",
    sentence: (facts) =>
      `${facts.host} redirects (${facts.status}); Intake does not follow, so the key went nowhere else. Nothing was accepted. Correct ZELTO_BASE_URL, restart and resume.`,
  },
  invalidJson: {
    class: "our-bug",
    scope: "item",
    retry: NEVER,
    fate: "rejected",
    sentence: () => "Zelto could not read the body as JSON (400). Nothing was stored. Look at the request in the timeline, correct the call and upload it.",
  },
  unsupportedProvider: {
    class: "configuration",
    scope: "provider",
    retry: NEVER,
    fate: "queued",
    sentence: (facts) =>
      `Zelto does not know the provider header "${facts.provider}" (400). Nothing was stored; uploads under this header wait. Choose another provider, or resume to try again.`,
  },
  validationFailed: {
    class: "permanent",
    scope: "item",
    retry: NEVER,
    fate: "rejected",
    sentence: (facts) => `Zelto refused the call (400${because(facts)}). Nothing was stored. Correct the fields it names and upload again.`,
  },
  refused: {
    class: "permanent",
    scope: "item",
    retry: NEVER,
    fate: "rejected",
    sentence: (facts) => `Zelto refused the call (${facts.status}${because(facts)}). Nothing was stored. The whole answer is in the timeline.`,
  },
  keyRefused: {
    class: "key",
    scope: "queue",
    retry: NEVER,
    fate: "queued",
    sentence: () => "Zelto refused the API key (401). Nothing was accepted and nothing is lost: uploads wait. Set a valid ZELTO_API_KEY, restart and resume.",
  },
  accountClosed: {
    class: "account",
    scope: "queue",
    retry: NEVER,
    fate: "queued",
    sentence: (facts) => `Zelto asks for payment or quota (402${because(facts)}). Nothing was accepted; uploads wait. Ask the owner of the Zelto account, then resume.`,
  },
  forbiddenCall: {
    class: "permanent",
    scope: "item",
    retry: NEVER,
    fate: "rejected",
    sentence: (facts) => `Zelto refused this call (403${because(facts)}), though the key works for other requests. Nothing was stored. The whole answer is in the timeline.`,
  },
  forbiddenKey: {
    class: "key",
    scope: "queue",
    retry: NEVER,
    fate: "queued",
    sentence: (facts) => `Zelto forbids this key to upload (403${because(facts)}). Nothing was accepted; uploads wait. Check the key's organization and rights, then resume.`,
  },
  wrongAddress: {
    class: "configuration",
    scope: "queue",
    retry: NEVER,
    fate: "queued",
    sentence: (facts) =>
      `${facts.host} does not take calls at this address (${facts.status}${because(facts)}). Nothing was accepted; uploads wait. Check ZELTO_BASE_URL with the connection check in Settings, then resume.`,
  },
  proxySignIn: {
    class: "network",
    scope: "queue",
    retry: NEVER,
    fate: "queued",
    sentence: () => "A proxy between Intake and Zelto asks for a sign-in (407). Zelto saw nothing; uploads wait. Ask whoever runs the network, then resume.",
  },
  slow: { class: "transient", scope: "item", retry: NORMAL, fate: "held", sentence: held("Zelto was too slow to take the call") },
  busy: { class: "transient", scope: "item", retry: FEW, fate: "held", sentence: held("Zelto is busy with this call id") },
  unusualRequest: {
    class: "our-bug",
    scope: "item",
    retry: NEVER,
    fate: "rejected",
    sentence: (facts) => `Zelto refused the form of the request (${facts.status}${because(facts)}). Nothing was stored. Report this with the request id in the timeline.`,
  },
  tooLarge: {
    class: "permanent",
    scope: "item",
    retry: NEVER,
    fate: "rejected",
    sentence: () => "The call is too large for Zelto (413). Nothing was stored, and Intake never cuts a transcript by itself. Shorten the call and upload again.",
  },
  throttled: {
    class: "throttle",
    scope: "queue",
    retry: { kind: "as-asked" },
    fate: "queued",
    sentence: (facts) => `Zelto asks to slow down (429): uploads wait ${facts.wait} and then go on by themselves. Nothing is lost.`,
  },
  failing: { class: "transient", scope: "item", retry: SIX, fate: "held", sentence: held("Zelto fails on this call") },
  unavailable: { class: "transient", scope: "item", retry: NORMAL, fate: "held", sentence: held("Zelto is not available") },
  noSuchHost: { class: "not-sent", scope: "item", retry: NORMAL, fate: "held", sentence: notReached("the name has no address") },
  connectionRefused: { class: "not-sent", scope: "item", retry: NORMAL, fate: "held", sentence: notReached("the connection was refused") },
  noRoute: { class: "not-sent", scope: "item", retry: NORMAL, fate: "held", sentence: notReached("there is no way to it from here") },
  noConnection: { class: "not-sent", scope: "item", retry: NORMAL, fate: "held", sentence: notReached("no connection within 10 s") },
  certificate: {
    class: "configuration",
    scope: "queue",
    retry: NEVER,
    fate: "queued",
    sentence: (facts) =>
      `The secure connection to ${facts.host} was refused: its certificate is not valid here, so someone may be listening in or a company proxy stands between. Nothing was sent. Have the certificate checked, then resume.`,
  },
  timedOut: { class: "unknown", scope: "item", retry: NORMAL, fate: "unknown", sentence: unknown("Zelto did not answer within 30 s") },
  reset: { class: "unknown", scope: "item", retry: NORMAL, fate: "unknown", sentence: unknown("The connection broke while Zelto was answering") },
  cut: { class: "unknown", scope: "item", retry: NORMAL, fate: "unknown", sentence: unknown("The answer was cut off") },
  interrupted: { class: "unknown", scope: "item", retry: NORMAL, fate: "unknown", sentence: unknown("Interrupted: Intake stopped before the answer came") },
  keyMissing: {
    class: "local",
    scope: "queue",
    retry: NEVER,
    fate: "queued",
    sentence: () => "No API key is set, so nothing was sent; uploads wait. Set ZELTO_API_KEY and restart.",
  },
  storeFailed: {
    class: "local",
    scope: "queue",
    retry: NORMAL,
    fate: "queued",
    sentence: () => "Intake's store cannot be written, so nothing was sent; uploads wait. Free space in the data folder, then resume.",
  },
} as const satisfies Readonly<Record<string, PolicyRow>>;

export type PolicyCode = keyof typeof POLICY;
export const POLICY_CODES = Object.keys(POLICY) as readonly PolicyCode[];
