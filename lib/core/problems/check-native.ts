import { summarizeCall } from "@/lib/core/call-ingest/summarize-call";
import { missingForCanonical } from "@/lib/core/shapes/canonical/missing-for-canonical";
import type { Provider, ShapeId } from "@/lib/core/shapes/shape";
import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { makeFix } from "./fix-kinds";
import type { ProblemContext } from "./problem-context";
import type { Reporter } from "./reporter";

type NativeShape = Extract<ShapeId, "vapi-webhook" | "retell-webhook">;

interface NativeFacts {
  readonly provider: Provider;
  readonly name: string;
  readonly eventPath: readonly string[];
  readonly idPath: readonly string[];
  /** The events that end a call, in words. */
  readonly terminal: string;
}

const NATIVE: Readonly<Record<NativeShape, NativeFacts>> = {
  "vapi-webhook": { provider: "vapi", name: "Vapi", eventPath: ["message", "type"], idPath: ["message", "call", "id"], terminal: "the end-of-call-report" },
  "retell-webhook": { provider: "retell", name: "Retell", eventPath: ["event"], idPath: ["call", "call_id"], terminal: "call_ended and call_analyzed" },
};

const SHAPE_WORDS: Readonly<Record<ShapeId, string>> = {
  canonical: "a canonical call",
  "vapi-webhook": "a Vapi webhook",
  "retell-webhook": "a Retell webhook",
  unknown: "a shape that Intake does not know",
};

/** Where a call of a shape has its id. */
export function externalIdPath(shape: ShapeId): readonly string[] {
  return isNative(shape) ? NATIVE[shape].idPath : ["call", "externalId"];
}

/**
 * What the header makes of the body. `canonical` means that Zelto checks it as a CallIngest, so the schema's rules apply;
 * `native` that it reads a webhook; null that neither will do, which is reported here.
 */
export function checkHeader(root: JsonNode, context: ProblemContext, reporter: Reporter): "canonical" | "native" | null {
  const { shape, provider } = context;
  if (provider === "vapi" || provider === "retell") {
    if (isNative(shape) && NATIVE[shape].provider === provider) return "native";
    const better = isNative(shape) ? NATIVE[shape].provider : "zelto";
    reporter.add("header_mismatch", () => ({
      path: [],
      offset: root.start,
      found: SHAPE_WORDS[shape],
      limit: provider,
      fixes: [makeFix("use-header", better)],
    }));
    return null;
  }
  if (!isNative(shape)) return "canonical";
  const { name, provider: better } = NATIVE[shape];
  reporter.add("native_without_header", () => ({
    path: [],
    offset: root.start,
    found: name,
    limit: provider,
    hint: lacks(root),
    fixes: [makeFix("use-header", better)],
  }));
  return null;
}

/** What an unknown record lacks; only where Zelto would refuse it at all. */
export function checkUnknownShape(root: JsonNode, context: ProblemContext, reporter: Reporter): void {
  if (context.shape === "unknown") reporter.add("unknown_shape", () => ({ path: [], offset: root.start, hint: lacks(root) }));
}

/** A native body under its own header: whether its event ends a call, and whether it holds anything. */
export function checkNative(root: JsonNode, context: ProblemContext, reporter: Reporter): void {
  const { shape, detection } = context;
  if (!isNative(shape)) return;
  const { eventPath, terminal, name } = NATIVE[shape];
  const node = nodeAt(root, eventPath) ?? root;
  if (detection.event && !detection.event.terminal) {
    const found = detection.event.name;
    const hint = found === "status-update (ended)" ? "It says that the call ended, and carries no transcript; the report follows in a message of its own." : "";
    reporter.add("event_not_terminal", () => ({ path: eventPath, offset: node.start, found: `${name}'s ${found}`, limit: terminal, hint }));
    return;
  }
  const { turnCount, hasRecording } = summarizeCall(root, shape);
  if (turnCount === 0 && !hasRecording) reporter.add("nothing_to_store", () => ({ path: [], offset: root.start }));
}

function isNative(shape: ShapeId): shape is NativeShape {
  return shape === "vapi-webhook" || shape === "retell-webhook";
}

function lacks(root: JsonNode): string {
  return missingForCanonical(root)
    .map((reason) => `${reason}.`)
    .join(" ");
}
