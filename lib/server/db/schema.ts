import "server-only";
import type { Generated } from "kysely";
import type { Fate } from "@/lib/core/uploads/fate";
import type { Provider, ShapeId, SourceShapeId } from "@/lib/core/shapes/shape";
import type { Flag, Instant, JsonText } from "./column-types";
import type { AgentsTable, AssignmentsTable, AttemptsTable, BucketsTable, CapabilitiesTable, PausesTable, TimelineTable, UploadsTable, VersionsTable } from "./schema-delivery";
import type { BulkChangesTable, BulkItemsTable, BulkSelectionsTable, CallProblemsTable, ProblemCausesTable, ReceiptGroupsTable, RememberedAnswersTable } from "./schema-work";

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

/**
 * The tables as Kysely sees them. Columns are snake_case in SQL and camelCase here (CamelCasePlugin). Ids are text, instants
 * are milliseconds since the epoch, booleans are 0 or 1, bodies are blobs because text columns change U+0000 and lone
 * surrogates, `…Json` columns hold JSON text that only repositories read and write.
 */
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
