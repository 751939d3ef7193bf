import "server-only";
import type { Generated } from "kysely";
import type { Fate } from "@/lib/core/uploads/fate";
import type { Provider, ShapeId, SourceShapeId } from "@/lib/core/shapes/shape";

/**
 * The tables as Kysely sees them. Columns are snake_case in SQL and camelCase here (CamelCasePlugin). Ids are text, instants
 * are milliseconds since the epoch, booleans are 0 or 1, bodies are blobs because text columns change U+0000 and lone
 * surrogates, `…Json` columns hold JSON text that only repositories read and write.
 */
type Flag = 0 | 1;
type Instant = number;
type JsonText = string;

interface TargetsTable {
  id: string;
  kind: "sandbox" | "live";
  origin: string;
  keyFingerprint: string;
  keyLast4: string | null;
  createdAt: Instant;
}

interface BatchesTable {
  id: string;
  name: string;
  kind: "paste" | "file" | "sample" | "blank";
  recordCount: number;
  /** How many sources it has; they may be announced after the batch is opened. */
  sourceCount: Generated<number>;
  complete: Flag;
  /** What was said about how its sources are to be read. */
  answersJson: Generated<JsonText>;
  createdAt: Instant;
}

interface SourcesTable {
  id: string;
  batchId: string;
  ordinal: number;
  name: string;
  byteLength: number;
  sha256: string;
  notesJson: JsonText;
}

/** Parts of a record that is not whole yet; deleted when its call is made. */
interface RecordPartsTable {
  batchId: string;
  recordIndex: number;
  part: number;
  parts: number;
  headerJson: JsonText;
  bytes: Uint8Array;
}

interface CallsTable {
  id: string;
  batchId: string;
  sourceId: string;
  position: number;
  sourcePath: string;
  sourceLine: number | null;
  sourceNotesJson: JsonText;
  shape: ShapeId;
  detectionJson: JsonText;
  provider: Provider;
  original: Uint8Array;
  originalSha256: string;
  /** What the record was recognised as; `shape` is what the draft is now. */
  sourceShape: SourceShapeId;
  /** What the conversion left to say. */
  remarksJson: Generated<JsonText>;
  /** Leaves of the record by what became of them at intake. */
  carried: number;
  changed: number;
  dropped: number;
  externalId: string | null;
  agentExternalId: string | null;
  agentId: string | null;
  agentName: string | null;
  turnCount: number;
  durationSeconds: number | null;
  /** When the call began, as the draft says. */
  startedAt: Instant | null;
  opening: string | null;
  ribbonJson: JsonText;
  blocks: number;
  loses: number;
  odd: number;
  losesAll: Flag;
  fate: Fate;
  reason: string | null;
  editedSince: Flag;
  latestUploadId: string | null;
  conversationId: string | null;
  excluded: Flag;
  /** 1 while the search index still holds an earlier text of the draft. */
  searchStale: Flag;
  /** Bucket of the target in use that the call is added to once it has landed, where none is chosen at the upload. */
  plannedBucketId: Generated<string | null>;
  /** The change sequence that the row was last written at; every write of what a grid shows sets it. */
  changeSeq: Generated<number>;
  createdAt: Instant;
  lastNewsAt: Instant;
}

/** Calls that were deleted, so that what holds lists of calls learns of it. Emptied at each start. */
interface GoneCallsTable {
  callId: string;
  changeSeq: number;
}

/** What problems of many calls have in common. `key` names a cause; the words are for people. */
interface ProblemCausesTable {
  id: Generated<number>;
  key: string;
  code: string;
  level: "blocks" | "loses" | "odd";
  pattern: string;
  title: string;
  why: string;
  losesAll: Flag;
  fixId: string | null;
  fixLabel: string | null;
}

/** Which causes a call has, and how often; replaced whenever it is judged. */
interface CallProblemsTable {
  callId: string;
  causeId: number;
  count: number;
}

/** A change of many calls: one undoable step. Undoing and redoing run it again in another direction. */
interface BulkChangesTable {
  number: Generated<number>;
  id: string;
  actJson: Uint8Array;
  label: string;
  direction: "do" | "undo" | "redo";
  state: "waiting" | "running" | "ended" | "cancelled";
  /** Calls of the run under way, and how many of them were gone through. */
  total: number;
  processed: number;
  tallyJson: JsonText;
  createdAt: Instant;
  startedAt: Instant | null;
  endedAt: Instant | null;
}

/** The calls a bulk change is for, frozen when it was ordered: their ids, 36 characters each, one after the other. */
interface BulkSelectionsTable {
  changeId: string;
  ids: Uint8Array;
}

/** What became of one call of a bulk change. `stepId` or `beforeJson` is what undoing needs. */
interface BulkItemsTable {
  changeId: string;
  ordinal: number;
  callId: string;
  state: "done" | "unchanged" | "skipped" | "failed" | "undone" | "left";
  reason: string | null;
  stepId: string | null;
  beforeJson: JsonText | null;
}

/** A batch's receipts in sums: leaves of one kind that went the same way. Indexes in patterns are written []. */
interface ReceiptGroupsTable {
  batchId: string;
  kind: "carried" | "changed" | "dropped";
  fromPattern: string;
  /** "" for what was dropped. */
  toPattern: string;
  /** "" for what was carried. */
  reason: string;
  leaves: number;
  calls: number;
}

/** Answers that hold for later intakes too (columns of a table, a taught template, which of two shapes). */
interface RememberedAnswersTable {
  key: string;
  value: string;
  at: Instant;
}

interface DraftsTable {
  callId: string;
  text: Uint8Array;
  provider: Provider;
  revision: number;
  savedAt: Instant;
}

interface DraftStepsTable {
  callId: string;
  revision: number;
  id: string;
  stepJson: Uint8Array;
  createdAt: Instant;
}

interface VersionsTable {
  id: string;
  callId: string;
  number: number;
  body: Uint8Array;
  sha256: string;
  byteLength: number;
  provider: Provider;
  createdAt: Instant;
}

interface UploadsTable {
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

interface AttemptsTable {
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

interface AssignmentsTable {
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

interface AgentsTable {
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

interface BucketsTable {
  targetId: string;
  id: string;
  agentId: string | null;
  name: string;
  json: JsonText;
  createdAt: Instant | null;
  seenAt: Instant;
}

interface CapabilitiesTable {
  targetId: string;
  name: string;
  state: "untried" | "answers" | "missing";
  status: number | null;
  checkedAt: Instant | null;
}

interface PausesTable {
  id: string;
  targetId: string;
  scope: string;
  code: string;
  sentence: string;
  since: Instant;
  /** A timed pause ends by itself at this instant. */
  until: Instant | null;
}

interface TimelineTable {
  id: string;
  callId: string;
  at: Instant;
  kind: "taken-in" | "edited" | "upload" | "attempt" | "fate" | "bucket" | "note";
  fate: Fate | null;
  title: string;
  sentence: string;
  attemptId: string | null;
}

/** One row: the newest number of the change sequence. */
interface ChangesTable {
  id: number;
  seq: number;
}

interface SessionsTable {
  /** SHA-256 of the cookie's value, hex; the value itself is nowhere but in the browser. */
  idHash: string;
  createdAt: Instant;
  usedAt: Instant;
}

interface GuessesTable {
  id: string;
  at: Instant;
}

/** Which row of the search index belongs to which call; the index can only be changed by row. */
interface SearchKeysTable {
  rowid: Generated<number>;
  callId: string;
}

/** Full-text index over ids, names and transcript words. */
interface SearchTable {
  rowid: number;
  words: string;
}

interface MigrationsTable {
  number: number;
  name: string;
  appliedAt: Instant;
}

export interface Schema {
  targets: TargetsTable;
  batches: BatchesTable;
  sources: SourcesTable;
  recordParts: RecordPartsTable;
  calls: CallsTable;
  receiptGroups: ReceiptGroupsTable;
  goneCalls: GoneCallsTable;
  problemCauses: ProblemCausesTable;
  callProblems: CallProblemsTable;
  bulkChanges: BulkChangesTable;
  bulkSelections: BulkSelectionsTable;
  bulkItems: BulkItemsTable;
  rememberedAnswers: RememberedAnswersTable;
  drafts: DraftsTable;
  draftSteps: DraftStepsTable;
  versions: VersionsTable;
  uploads: UploadsTable;
  attempts: AttemptsTable;
  assignments: AssignmentsTable;
  agents: AgentsTable;
  buckets: BucketsTable;
  capabilities: CapabilitiesTable;
  pauses: PausesTable;
  timeline: TimelineTable;
  changes: ChangesTable;
  sessions: SessionsTable;
  guesses: GuessesTable;
  searchKeys: SearchKeysTable;
  search: SearchTable;
  migrations: MigrationsTable;
}
