import { readText } from "@/lib/core/call-ingest/read-number";
import { signingQuery } from "@/lib/core/shapes/receipt/secrets";
import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { makeFix } from "./fix-kinds";
import type { Reporter } from "./reporter";

const PATH = ["call", "recordingUrl"] as const;

/** Whether Zelto can fetch the recording, and for how long. */
export function checkRecording(root: JsonNode, reporter: Reporter): void {
  const node = nodeAt(root, PATH);
  const text = readText(node)?.trim() ?? "";
  if (!node || text === "") return;
  const offset = node.start;
  const scheme = schemeOf(text);
  if (scheme !== "http:" && scheme !== "https:") {
    const found = scheme === null ? "no web address" : `a ${scheme} address`;
    reporter.add("recording_not_http", () => ({ path: PATH, offset, found, fixes: [makeFix("leave-out", "recordingUrl")] }));
    return;
  }
  const signing = signingQuery(text);
  if (signing.length > 0) reporter.add("recording_expires", () => ({ path: PATH, offset, found: [...new Set(signing)].slice(0, 3).join(", ") }));
}

/** The scheme with its colon, in small letters; null for what is no address. */
function schemeOf(text: string): string | null {
  try {
    return new URL(text).protocol;
  } catch {
    // URL throws for what is no address: that is the answer.
    return null;
  }
}
