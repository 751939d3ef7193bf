import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { readText } from "@/lib/core/call-ingest/read-number";
import type { JsonPath } from "@/lib/core/text/json-path";
import { VAPI_CALL_TYPES } from "./vapi-call-types";

export type Find = (...path: JsonPath) => JsonNode | undefined;

/** Looks a path up where Vapi may have it. Newer bodies hold in `artifact` what older ones hold in the message or in the call; the first that has it counts. */
export function vapiFind(message: JsonNode | undefined): Find {
  const places: readonly JsonPath[] = [[], ["artifact"], ["call"], ["call", "artifact"]];
  const scopes = places.flatMap((place) => nodeAt(message, place) ?? []);
  return (...path) => findIn(scopes, path);
}

/** The call that a message is about: inside it, or the message itself where the API handed out the call. */
export function vapiCall(message: JsonNode | undefined): JsonNode | undefined {
  const call = member(message, "call");
  return call?.type !== "object" && VAPI_CALL_TYPES.has(readText(member(message, "type")) ?? "") ? message : call;
}

function findIn(scopes: readonly JsonNode[], path: JsonPath): JsonNode | undefined {
  for (const scope of scopes) {
    const node = nodeAt(scope, path);
    if (node && node.type !== "null") return node;
  }
  return undefined;
}

/** The artifact first: where all lists are equally long it is the newest form. */
export function messageScopes(message: JsonNode | undefined): readonly JsonNode[] {
  const places: readonly JsonPath[] = [["artifact"], [], ["call"], ["call", "artifact"]];
  return places.flatMap((place) => nodeAt(message, place) ?? []);
}
