import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { headersNote } from "./left-out-headers";
import type { Peel, PeeledPart } from "./peeler";

/** A recording of a browser's traffic: of each exchange what was sent, else what came back, where that is JSON. */
export function peelHar(root: JsonNode): Peel | null {
  const entries = nodeAt(root, ["log", "entries"]);
  if (entries?.type !== "array") return null;
  const parts = entries.items.flatMap((entry, index) => partsOf(entry, ["log", "entries", index]));
  if (parts.length === 0) return null;
  const other = entries.items.length - parts.length;
  const skipped = other > 0 ? [`${other} of ${entries.items.length} recorded exchanges held no JSON object and were left out.`] : [];
  return { isCertain: true, parts, notes: [...secretsOf(entries.items), ...skipped] };
}

/** One exchange of such a recording, copied alone. */
export function peelHarEntry(root: JsonNode): Peel | null {
  if (!member(root, "request") || (!member(root, "startedDateTime") && !member(root, "timings"))) return null;
  const parts = partsOf(root, []);
  return parts.length === 0 ? null : { isCertain: true, parts, notes: secretsOf([root]) };
}

function partsOf(entry: JsonNode, base: readonly (string | number)[]): readonly PeeledPart[] {
  const places = [["request", "postData", "text"], ["response", "content", "text"]];
  for (const place of places) {
    const node = nodeAt(entry, place);
    if (node?.type === "string" && /^\s*[{[]/.test(node.value)) return [{ path: [...base, ...place], node }];
  }
  return [];
}

function secretsOf(entries: readonly JsonNode[]): readonly string[] {
  const notes = entries.flatMap((entry) => headersNote(nodeAt(entry, ["request", "headers"])));
  const telling = notes.find((note) => note.includes("held")) ?? notes[0];
  return telling === undefined ? [] : [telling];
}
