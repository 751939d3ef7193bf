import { failure, success, type Result } from "@/lib/core/result";
import { parseJson } from "@/lib/core/text/scan-json";
import { readCurl } from "./read-curl";
import { encodable, sliceRecord } from "./slice-record";
import { unreadableSource } from "./source-words";
import { splitItems } from "./split-items";
import { splitLines } from "./split-lines";
import type { FoundRecords, SourceProblem } from "./split-source";

interface CurlFailure {
  readonly problem: SourceProblem;
  /** The body, where it is broken JSON that may be repaired. */
  readonly text: string | null;
}

/** The records in the body of a pasted cURL command; null for a text that is no such command. */
export function splitCurl(text: string, sourceName: string): Result<FoundRecords, CurlFailure> | null {
  const curl = readCurl(text);
  if (curl === null) return null;
  if (curl.kind === "none") return failure({ problem: { code: "syntax", message: `${sourceName} is a cURL command that sends no body. Nothing was taken in.` }, text: null });
  if (curl.kind === "file") {
    const message = `${sourceName} is a cURL command that reads its body from the file ${curl.name}, which a browser cannot open. Nothing was taken in. Drop that file here instead.`;
    return failure({ problem: { code: "syntax", message }, text: null });
  }
  const { text: body, notes } = curl;
  const items = splitItems(body, { lineOf: () => 1, notes });
  const lines = items ?? splitLines(body);
  if (lines !== null) return success({ ...lines, kind: "curl", records: lines.records.map((record) => ({ ...record, line: 1, column: null, notes: record.notes.length > 0 ? record.notes : notes })) });
  const parsed = parseJson(body);
  if (!parsed.ok) return failure({ problem: unreadableSource(parsed.error, `The body of ${sourceName}`), text: body });
  const record = parsed.value.root.type === "string" ? sliceRecord(body, parsed.value.root, { path: "", line: 1, notes }) : encodable(body.slice(parsed.value.root.start, parsed.value.root.end), { path: "", line: 1, notes });
  return success({ kind: "curl", records: [{ ...record, column: null }], badRecords: [] });
}
