/**
 * What became of an upload. Ladder: draft → queued → sending → accepted → landed → matched; the others stand off the ladder.
 * `draft` belongs to a call that was never sent. Green is for `landed` and `matched` only.
 */
export const FATES = [
  "draft",
  "queued",
  "sending",
  "accepted",
  "landed",
  "matched",
  "rejected",
  "unknown",
  "missing",
  "ignored",
  "held",
  "cancelled",
] as const;

export type Fate = (typeof FATES)[number];

/** The word on the screen for each fate; tests and people rely on it. */
export const FATE_WORDS: Readonly<Record<Fate, string>> = {
  draft: "Draft",
  queued: "Queued",
  sending: "Sending",
  accepted: "Accepted",
  landed: "Landed",
  matched: "Matched",
  rejected: "Rejected",
  unknown: "Unknown",
  missing: "Missing",
  ignored: "Ignored",
  held: "Held",
  cancelled: "Cancelled",
};

export const FATE_GROUPS = ["needs-you", "not-sent", "sending", "checking", "in-zelto", "ignored", "cancelled"] as const;
export type FateGroup = (typeof FATE_GROUPS)[number];

export const FATE_GROUP_WORDS: Readonly<Record<FateGroup, string>> = {
  "needs-you": "Needs you",
  "not-sent": "Not sent",
  sending: "Sending",
  checking: "Checking",
  "in-zelto": "In Zelto",
  ignored: "Ignored",
  cancelled: "Cancelled",
};

const GROUP_OF: Readonly<Record<Fate, FateGroup>> = {
  draft: "not-sent",
  queued: "sending",
  sending: "sending",
  unknown: "sending",
  accepted: "checking",
  landed: "in-zelto",
  matched: "in-zelto",
  rejected: "needs-you",
  missing: "needs-you",
  held: "needs-you",
  ignored: "ignored",
  cancelled: "cancelled",
};

/** The group under which a fate stands in lists and filters. */
export function fateGroup(fate: Fate): FateGroup {
  return GROUP_OF[fate];
}
