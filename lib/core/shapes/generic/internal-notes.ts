import { readText } from "@/lib/core/call-ingest/read-number";
import type { JsonNode } from "@/lib/core/text/json-node";
import { NOTE_KEYS, NOTE_WORDS, PRIVATE_KEYS, PUBLIC_KEYS } from "./key-words";
import { plainKey } from "./near-keys";

/** Whether an item is a note that the team wrote for itself: `public: false`, `internal: true`, a type that says so. */
export function isInternalNote(item: JsonNode): boolean {
  if (item.type !== "object") return false;
  return item.members.some(({ key, value }) => {
    const plain = plainKey(key);
    if (PUBLIC_KEYS.some((name) => name === plain)) return value.type === "false";
    if (PRIVATE_KEYS.some((name) => name === plain)) return value.type === "true";
    return NOTE_KEYS.some((name) => name === plain) && NOTE_WORDS.test((readText(value) ?? "").trim());
  });
}
