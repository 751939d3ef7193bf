import type { JsonNode } from "@/lib/core/text/json-node";
import type { FoundRecords } from "./split-source";

/** The records inside a value that is larger than a call may be; null where it is no wrapper. */
export function splitEnvelope(_text: string, _root: JsonNode): FoundRecords | null {
  return null;
}
