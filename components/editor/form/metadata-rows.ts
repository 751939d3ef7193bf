import { encodeString, removeAt, renameKey, setValue } from "@/lib/core/text/edit-json";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { parseJson } from "@/lib/core/text/scan-json";
import type { TextEdit } from "@/lib/core/text/text-edit";

/** One member of the metadata as the form shows it. */
export interface MetadataRow {
  readonly key: string;
  /** A text as it reads, anything else as its JSON. */
  readonly value: string;
  readonly isText: boolean;
}

/** As many as a form can draw; the JSON pane has them all. */
export const MAX_ROWS = 200;

/** The rows in source order; null where `metadata` is there and is no object. */
export function readMetadata(text: string, root: JsonNode | null): readonly MetadataRow[] | null {
  const node = member(root ?? undefined, "metadata");
  if (node === undefined) return [];
  if (node.type !== "object") return null;
  return node.members.map(({ key, value }) => ({ key, value: value.type === "string" ? value.value : text.slice(value.start, value.end), isText: value.type === "string" }));
}

/** A new value. What was a text stays one; what was JSON stays JSON while it parses, so that 9007199254740993 is kept digit by digit. */
export function valueEdits(text: string, root: JsonNode, row: MetadataRow, typed: string): readonly TextEdit[] {
  if (typed === row.value) return [];
  const isJson = !row.isText && parseJson(typed).ok;
  return setValue(text, root, ["metadata", row.key], isJson ? typed.trim() : encodeString(typed));
}

/** Another key. Nothing happens where it is empty or stands in another row. */
export function keyEdits(text: string, root: JsonNode, row: MetadataRow, typed: string): readonly TextEdit[] {
  const metadata = member(root, "metadata");
  if (typed === "" || typed === row.key || member(metadata, typed) !== undefined) return [];
  return renameKey(text, root, ["metadata", row.key], typed);
}

/** Takes a row away, and the metadata with its last row. */
export function removeEdits(text: string, root: JsonNode, key: string): readonly TextEdit[] {
  const metadata = member(root, "metadata");
  const isLast = metadata?.type === "object" && metadata.members.every((entry) => entry.key === key);
  return removeAt(text, root, isLast ? ["metadata"] : ["metadata", key]);
}

/** A new row with an empty text under a name that is not taken. */
export function addEdits(text: string, root: JsonNode): readonly TextEdit[] {
  const metadata = member(root, "metadata");
  let name = "key";
  for (let number = 2; member(metadata, name) !== undefined; number += 1) name = `key${number}`;
  return setValue(text, root, ["metadata", name], '""');
}
