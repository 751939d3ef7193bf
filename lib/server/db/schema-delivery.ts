import "server-only";
import type { Provider } from "@/lib/core/shapes/shape";
import type { Fate } from "@/lib/core/uploads/fate";
import type { Flag, Instant, JsonText } from "./column-types";

// Tables of what is sent and what came of it. How columns are read stands in `schema.ts`.

export interface VersionsTable {
  id: string;
  callId: string;
  number: number;
  body: Uint8Array;
  sha256: string;
  byteLength: number;
  provider: Provider;
  createdAt: Instant;
}

export interface UploadsTable {
  id: string;
  callId: string;
  versionId: string;
  number: number;
  targetId: string;
  fate: Fate;
  sentence: string;
  provider: Provider;
  externalId: string | null;
  bucketId: string | null;
  sendAnyway: Flag;
  expectsNothing: Flag;
  previousConversationId: string | null;
  /** As Zelto wrote it, not an instant of ours. */
  previousUpdatedAt: string | null;
  conversationId: string | null;
  looks: number;
  nextLookAt: Instant | null;
  readBackJson: JsonText | null;
  fieldErrorsJson: JsonText;
  missingCausesJson: JsonText;
  createdAt: Instant;
  queuedAt: Instant | null;
  /** When the worker may send it (again); null where it is not to be sent by itself. */
  dueAt: Instant | null;
  /** Attempts that count against the budget of retries, since a person last queued it. */
  tries: number;
  firstAttemptAt: Instant | null;
  claimedAt: Instant | null;
  claimToken: string | null;
  acceptedAt: Instant | null;
  landedAt: Instant | null;
  matchedAt: Instant | null;
  settledAt: Instant | null;
}

export interface AttemptsTable {
  id: string;
  uploadId: string;
  number: number;
  requestId: string;
  startedAt: Instant;
  endedAt: Instant | null;
  method: string;
  url: string;
  requestHeadersJson: JsonText;
  bodySha256: string;
  bodyBytes: number;
  status: number | null;
  responseHeadersJson: JsonText | null;
  responseBody: Uint8Array | null;
  truncated: Flag;
  durationMs: number | null;
  outcome: string;
  sentence: string;
}

export interface AssignmentsTable {
  id: string;
  targetId: string;
  bucketId: string;
  bucketName: string;
  callId: string | null;
  uploadId: string | null;
  conversationId: string | null;
  state: "waiting" | "adding" | "added" | "already-there" | "refused" | "unknown" | "cancelled";
  sentence: string;
  createdAt: Instant;
  settledAt: Instant | null;
  claimToken: string | null;
  nextTryAt: Instant | null;
}

export interface AgentsTable {
  targetId: string;
  id: string;
  externalId: string | null;
  name: string;
  provider: string | null;
  json: JsonText;
  seenAt: Instant;
  /** 1 when a list of Zelto's named it, 0 when only an answer or a landing taught it. */
  listed: Flag;
}

export interface BucketsTable {
  targetId: string;
  id: string;
  agentId: string | null;
  name: string;
  json: JsonText;
  createdAt: Instant | null;
  seenAt: Instant;
}

export interface CapabilitiesTable {
  targetId: string;
  name: string;
  state: "untried" | "answers" | "missing";
  status: number | null;
  checkedAt: Instant | null;
}

export interface PausesTable {
  id: string;
  targetId: string;
  scope: string;
  code: string;
  sentence: string;
  since: Instant;
  /** A timed pause ends by itself at this instant. */
  until: Instant | null;
}

export interface TimelineTable {
  id: string;
  callId: string;
  at: Instant;
  kind: "taken-in" | "edited" | "upload" | "attempt" | "fate" | "bucket" | "note";
  fate: Fate | null;
  title: string;
  sentence: string;
  attemptId: string | null;
}
