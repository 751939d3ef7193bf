import { failure, success, type Result } from "@/lib/core/result";
import { member, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import type { ConversionOptions } from "./convert-options";
import { convertRetell, retellDropReason } from "@/lib/core/shapes/retell/convert-retell";
import { convertRetellChatBody } from "@/lib/core/shapes/retell/convert-retell-chat";
import { convertVapi, vapiDropReason } from "@/lib/core/shapes/vapi/convert-vapi";
import { retellSubject } from "@/lib/core/shapes/retell/detect-retell";
import { ReceiptBuilder } from "@/lib/core/shapes/receipt/receipt-builder";
import type { ShapeId } from "./shape";

export interface NativeConversion {
  readonly root: JsonObjectNode;
  readonly receipt: ReceiptBuilder;
  readonly dropReason: (path: JsonPath) => string;
}

export interface ConversionProblem {
  readonly message: string;
}

/** Converts a native webhook body into the nodes of a canonical call; a failure says why a record cannot be converted. */
export function convertNative(root: JsonNode, shape: ShapeId, options: ConversionOptions = {}): Result<NativeConversion, ConversionProblem> {
  const receipt = new ReceiptBuilder();
  switch (shape) {
    case "vapi-webhook":
      if (member(root, "message")?.type !== "object") return failure({ message: "This body has no message object, so it is no Vapi webhook. Nothing was changed." });
      return success({ root: convertVapi(root, receipt), receipt, dropReason: vapiDropReason });
    case "retell-webhook": {
      const subject = retellSubject(root);
      if (!subject) return failure({ message: "This body has no call object, so it is no Retell call webhook. Nothing was changed." });
      if (subject.key === "chat") return success({ root: convertRetellChatBody(root, receipt, options), receipt, dropReason: retellDropReason });
      return success({ root: convertRetell(root, receipt, options), receipt, dropReason: retellDropReason });
    }
    case "canonical":
      return failure({ message: "This call is canonical already. Nothing was changed." });
    case "unknown":
      return failure({ message: "Intake does not know this shape, so it cannot convert it. Nothing was changed." });
  }
}
