import { summarizeCall } from "@/lib/core/call-ingest/summarize-call";
import type { Problem } from "@/lib/core/problems/problem";
import { reportProblems } from "@/lib/core/problems/report-problems";
import { MAX_SOURCE_BYTES } from "@/lib/core/records/limits";
import { success } from "@/lib/core/result";
import { splitRecords, type RecordSlice, type SourceProblem } from "@/lib/core/records/split-records";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import type { Provider } from "@/lib/core/shapes/shape";
import { decodeBytes } from "@/lib/core/text/decode-bytes";
import { sha256Hex, utf8 } from "@/lib/core/text/fingerprint";
import { parseJson } from "@/lib/core/text/scan-json";
import { refusedSource, tooLargeSentence } from "./refused-source";
import type { GivenSource, InspectedRecord, InspectedSource, SourceFailure } from "./inspected-source";

/** Ours: past this a text field no longer answers each key at once; the spot is still shown. */
const MAX_MENDED_CHARACTERS = 2_000_000;
/** Ours: what an inspection lists of one record; the counts are of all. */
const SHOWN_PROBLEMS = 20;
/** Text copied from some editors begins with it; in a file the decoder takes it off. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Reads a source: decodes, splits, recognises, summarises and judges it, and keeps nothing. Pure, so that the page's worker
 * and tests run the same; what cannot be read is told in `failure`, nothing is thrown.
 */
export function inspectSource({ name, content, provider }: GivenSource): InspectedSource {
  const bytes = typeof content === "string" ? utf8(content) : content;
  const known = { name, byteLength: bytes.byteLength, provider };
  if (bytes.byteLength > MAX_SOURCE_BYTES) return refusedSource(known, tooLargeSentence(name, bytes.byteLength));
  const decoded = typeof content === "string" ? success({ text: content.startsWith(BYTE_ORDER_MARK) ? content.slice(1) : content, notes: [] }) : decodeBytes(content);
  if (!decoded.ok) return refusedSource(known, decoded.error.message);
  const { text, notes } = decoded.value;
  const split = splitRecords(text, { sourceName: name });
  if (!split.ok) return { ...refusedSource(known, split.error.message), failure: failureOf(split.error, text) };
  const { records, badRecords, oversized } = split.value;
  return {
    ...known,
    sha256: sha256Hex(bytes),
    notes,
    records: records.map((record) => inspectRecord(record, provider)),
    badLines: badRecords.map(({ line, problem }) => ({ line, column: problem.column, message: problem.message })),
    oversized: oversized.map(({ message }) => message),
    failure: null,
  };
}

function failureOf({ message, problem }: SourceProblem, text: string): SourceFailure {
  return { message, problem: problem ?? null, text: problem !== undefined && text.length <= MAX_MENDED_CHARACTERS ? text : null };
}

function inspectRecord({ path, line, text, notes }: RecordSlice, fixed: Provider | null): InspectedRecord {
  const bytes = new Uint8Array(utf8(text));
  const place = { path, line, notes, bytes, sha256: sha256Hex(bytes) };
  const parsed = parseJson(text);
  // The splitter has parsed this slice already: it cannot fail here, and if it did the server would say what is wrong.
  if (!parsed.ok) return { ...place, ...unreadable(fixed) };
  const { root } = parsed.value;
  const detection = detectShape(root);
  const provider = fixed ?? detection.provider;
  const problems = reportProblems({ text, root }, { shape: detection.shape, detection, provider, knownAgents: null, alreadyUploaded: null });
  return {
    ...place,
    shape: detection.shape,
    reasons: detection.reasons,
    provider,
    summary: summarizeCall(root, detection.shape),
    counts: { blocks: countOf(problems, "blocks"), loses: countOf(problems, "loses"), odd: countOf(problems, "odd") },
    losesAll: problems.some(({ losesAll }) => losesAll === true),
    problems: problems.slice(0, SHOWN_PROBLEMS),
  };
}

function countOf(problems: readonly Problem[], level: Problem["level"]): number {
  return problems.filter((problem) => problem.level === level).length;
}

function unreadable(fixed: Provider | null): Omit<InspectedRecord, "path" | "line" | "notes" | "bytes" | "sha256"> {
  const summary = { externalId: null, agentExternalId: null, agentId: null, agentName: null, turnCount: 0, durationSeconds: null, startedAt: null, hasRecording: false, opening: null, ribbon: [] };
  return { shape: "unknown", reasons: [], provider: fixed ?? "zelto", summary, counts: { blocks: 1, loses: 0, odd: 0 }, losesAll: false, problems: [] };
}
