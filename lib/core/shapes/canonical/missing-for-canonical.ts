import { readText } from "@/lib/core/call-ingest/read-number";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { VAPI_CALL_TYPES } from "@/lib/core/shapes/vapi/vapi-call-types";
import { isUnwrappedVapi } from "./detect-canonical";

/** What an unknown record looks like, where that helps, and what it lacks to be canonical; sentences without a full stop. */
export function missingForCanonical(root: JsonNode): readonly string[] {
  if (root.type === "array") return ["It is a list, and a call is an object"];
  if (root.type !== "object") return [`It is ${NAMES[root.type]}, and a call is an object`];
  const likeness = likenessOf(root);
  const missing = [
    ...(nodeAt(root, ["call", "externalId"]) ? [] : ["It has no call.externalId"]),
    ...(nodeAt(root, ["agent", "externalId"]) ?? member(root, "agentId") ? [] : ["It has neither agent.externalId nor agentId"]),
    ...(nodeAt(root, ["transcript", "turns"]) ?? nodeAt(root, ["call", "recordingUrl"]) ? [] : ["It has neither transcript.turns nor call.recordingUrl"]),
  ];
  return likeness === null ? missing : [likeness, ...missing];
}

const NAMES = { string: "a text", number: "a number", true: "true", false: "false", null: "null" } as const;

function likenessOf(root: JsonNode): string | null {
  if (isUnwrappedVapi(root)) return "It looks like a Vapi message without its envelope: Zelto reads it only inside { \"message\": … }";
  const type = readText(member(root, "type"));
  if (member(root, "orgId") && type !== null && VAPI_CALL_TYPES.has(type)) {
    return "It looks like a call object from Vapi's API, and Zelto takes only Vapi's webhook body";
  }
  if (readText(member(root, "call_id")) !== null) return "It looks like a call object from Retell's API, and Zelto takes only Retell's webhook body";
  if (member(root, "messages")?.type === "array") return "It looks like a list of chat messages";
  return null;
}
