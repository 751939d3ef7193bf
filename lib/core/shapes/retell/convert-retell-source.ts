import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { finishCall } from "@/lib/core/shapes/build/finish-call";
import { takeDerivedId, takeMissingAgent } from "@/lib/core/shapes/build/take-identity";
import { takeUnlabelled } from "@/lib/core/shapes/build/unlabelled-turn";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { member, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { fillRetellCall, keepTranscript } from "./convert-retell";
import { retellCall } from "./detect-retell-source";
import { retellOptions } from "./retell-options";
import { remarkRetellCall, remarkUnheard } from "./retell-remarks";
import { RETELL_LEFTOVERS, readRetellList } from "./retell-turns";

/** Converts a call object of Retell's API, a line of its list, or the call in a custom function's request. */
export function convertRetellCall(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const { call, isRequest } = retellCall(root) ?? { call: root, isRequest: false };
  const draft = new CanonicalDraft(context.receipt);
  const reading = fillRetellCall(draft, call, { options: retellOptions(context), event: undefined });
  const turns = reading.turns.length > 0 ? reading.turns : takeUnlabelled(member(call, "transcript"), context);
  if (turns.length === 0) keepTranscript(draft, call);
  takeDerivedId(draft, context, turns);
  takeMissingAgent(draft, context);
  remarkRetellCall(context, call, { turns, isRequest });
  return finishCall(draft, context, { reading: { ...reading, turns }, leftovers: RETELL_LEFTOVERS });
}

/** Converts a transcript list alone. */
export function convertRetellItems(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  const reading = readRetellList(root.type === "array" ? root.items : [], { options: retellOptions(context) });
  draft.note("convertedFrom", "retell");
  takeDerivedId(draft, context, reading.turns);
  takeMissingAgent(draft, context);
  remarkUnheard(context, reading.turns);
  return finishCall(draft, context, { reading, leftovers: RETELL_LEFTOVERS });
}
