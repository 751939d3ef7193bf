import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";

/** The documented members of a call's body, and no others. */
const OWN_KEYS = new Set(["agent", "agentId", "version", "systemPrompt", "call", "transcript", "metadata"]);

/**
 * Whether a record is Zelto's own shape with certainty and can be nobody else's: its id and turns stand in their places, and beside
 * the documented members there is nothing. All other shapes are told by members at the top that are not among these, so their
 * detectors, which cost as much as the parsing, need not be asked.
 */
export function isPlainlyCanonical(root: JsonNode): boolean {
  if (root.type !== "object" || root.members.some(({ key }) => !OWN_KEYS.has(key))) return false;
  return member(member(root, "call"), "externalId") !== undefined && nodeAt(root, ["transcript", "turns"])?.type === "array";
}
