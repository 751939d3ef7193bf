import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { finishCall } from "@/lib/core/shapes/build/finish-call";
import { buildObject } from "@/lib/core/shapes/build/json-build";
import { takeDerivedId, takeMissingAgent } from "@/lib/core/shapes/build/take-identity";
import type { TurnReading } from "@/lib/core/shapes/build/turn-draft";
import { takeUnlabelled } from "@/lib/core/shapes/build/unlabelled-turn";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { member, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { fillVapi } from "./convert-vapi";
import { isModelRequest, vapiUpdateMessage } from "./detect-vapi-source";
import { remarkVapiCall, remarkVapiDoubts } from "./vapi-remarks";
import { vapiFind, type Find } from "./vapi-scopes";
import { VAPI_LEFTOVERS } from "./vapi-turns";

type Remarks = (found: { readonly find: Find; readonly reading: TurnReading }) => void;

/** Converts a call of Vapi's API, or a report whose envelope was taken off. */
export function convertVapiCall(root: JsonNode, context: ConversionContext): JsonObjectNode {
  return convertMessage(root, context, (found) => {
    remarkVapiCall(context, root, found);
  });
}

/** Converts what Vapi sent while the call went on: the words so far, with a remark that they are not all. */
export function convertVapiUpdate(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const message = vapiUpdateMessage(root);
  const what = isModelRequest(root) ? "a request to a model" : `a message of the type ${readText(member(message, "type")) ?? "unknown"}`;
  return convertMessage(message, context, ({ reading }) => {
    context.remark({ kind: "unfinished", path: [], sentence: `This is ${what}, which Vapi sent while the call went on; the call's report has all of it.` });
    if (reading.turns.length === 0) context.remark({ kind: "no-talk", path: [], sentence: "Such a message holds no conversation; the call's report does." });
  });
}

/** Converts Vapi's messages alone. */
export function convertVapiMessages(root: JsonNode, context: ConversionContext): JsonObjectNode {
  return convertMessage(root.type === "array" ? buildObject([["messages", root]]) : root, context, (found) => {
    remarkVapiDoubts(context, found);
  });
}

function convertMessage(message: JsonNode, context: ConversionContext, remark: Remarks): JsonObjectNode {
  const find = vapiFind(message);
  const draft = new CanonicalDraft(context.receipt);
  const filled = fillVapi(draft, message, context.receipt);
  const turns = filled.turns.length > 0 ? filled.turns : takeUnlabelled(find("transcript"), context);
  if (turns.length === 0) draft.keep("transcript", find("transcript"));
  const reading = { ...filled, turns };
  takeDerivedId(draft, context, turns);
  takeMissingAgent(draft, context);
  remark({ find, reading });
  return finishCall(draft, context, { reading, leftovers: VAPI_LEFTOVERS });
}
