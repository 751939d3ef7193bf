import "server-only";
import { readTurns } from "@/lib/core/call-ingest/read-turns";
import { readText } from "@/lib/core/call-ingest/read-number";
import { summarizeCall } from "@/lib/core/call-ingest/summarize-call";
import type { SentTranscript } from "@/lib/core/landing/compare-transcript";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import type { CallSummary, Detection, Provider } from "@/lib/core/shapes/shape";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { parseJson } from "@/lib/core/text/scan-json";

/** What a body says, read for sending and for comparing with what landed. */
export interface BodyReading {
  readonly text: string;
  readonly root: JsonNode;
  readonly detection: Detection;
  readonly summary: CallSummary;
  /** Sent under a provider's own header, so that Zelto converts it. */
  readonly native: boolean;
  /** Turns and prompt as a canonical body states them; no turns for a native one. */
  readonly sent: SentTranscript;
}

/** Reads the bytes of a draft or a version; null where they are not JSON. */
export function readBody(bytes: Uint8Array, provider: Provider): BodyReading | null {
  const text = new TextDecoder().decode(bytes);
  const parsed = parseJson(text);
  if (!parsed.ok) return null;
  const { root } = parsed.value;
  const detection = detectShape(root);
  const native = provider === "vapi" || provider === "retell";
  const sent = { turns: native ? [] : readTurns(root), systemPrompt: native ? null : readText(member(root, "systemPrompt")) };
  return { text, root, detection, summary: summarizeCall(root, detection.shape), native, sent };
}
