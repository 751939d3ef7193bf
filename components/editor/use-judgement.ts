"use client";

import { useDeferredValue, useMemo } from "react";
import { readTurns, type TurnView } from "@/lib/core/call-ingest/read-turns";
import { summarizeCall } from "@/lib/core/call-ingest/summarize-call";
import { readiness } from "@/lib/core/problems/readiness";
import { reportProblems } from "@/lib/core/problems/report-problems";
import { convertToCanonical } from "@/lib/core/shapes/convert-to-canonical";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import type { Remark } from "@/lib/core/shapes/remark";
import type { CallSummary, Detection } from "@/lib/core/shapes/shape";
import type { JsonNode } from "@/lib/core/text/json-node";
import { parseJson } from "@/lib/core/text/scan-json";
import type { BucketBoard } from "@/lib/contracts/buckets";
import type { DraftSnapshot } from "./draft-store";
import type { Judgement } from "./editor-context";

const NOTHING: JsonNode = { type: "null", start: 0, end: 0 };
const DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "short" };

/** An upload of the same external id that Zelto accepted. `at` is milliseconds since the epoch. */
export interface EarlierUpload {
  readonly at: number;
  readonly conversationId: string | null;
}

/** What is known of a call besides its text. */
export interface KnownOfCall {
  readonly earlier: EarlierUpload | null;
  /** What the conversion of its source left to say. */
  readonly remarks: readonly Remark[];
}

/** What the text is, what is wrong with it and what would happen; a moment behind the typing, never in its way. */
export function useJudgement(draft: DraftSnapshot, board: BucketBoard | undefined, known: KnownOfCall): Judgement {
  const { earlier, remarks } = known;
  const { syntax, root, text, provider } = useDeferredValue(draft);
  const detection = useMemo<Detection>(() => detectShape(root ?? NOTHING), [root]);
  const summary = useMemo<CallSummary>(() => summarizeCall(root ?? NOTHING, detection.shape), [root, detection.shape]);
  const { at: earlierAt = null, conversationId = null } = earlier ?? {};
  const knownAgents = board?.capabilities.some(({ name, state }) => name === "listAgents" && state === "answers") === true ? board.agents : null;
  const problems = useMemo(() => {
    const alreadyUploaded = earlierAt === null ? null : { at: new Date(earlierAt).toLocaleDateString("en-GB", DAY), conversationId };
    const context = { shape: detection.shape, detection, provider, knownAgents, alreadyUploaded, remarks };
    return reportProblems(syntax ?? { text, root: root ?? NOTHING }, context);
  }, [syntax, text, root, provider, detection, knownAgents, earlierAt, conversationId, remarks]);
  return useMemo(
    () => ({ detection, summary, problems, readiness: readiness(summary, problems, { provider, willUpdate: earlierAt !== null }) }),
    [detection, summary, problems, provider, earlierAt],
  );
}

/** A native webhook body that still travels under its own header. */
export function isNativeBody(detection: Detection, draft: DraftSnapshot): boolean {
  return detection.shape === "vapi-webhook" || detection.shape === "retell-webhook" ? draft.provider === "vapi" || draft.provider === "retell" : false;
}

/** The turns to draw: those of the text, or, for a native body, those that its conversion would have. */
export function useTurns(root: JsonNode | null, detection: Detection): readonly TurnView[] {
  return useMemo(() => {
    if (root === null) return [];
    if (detection.shape === "canonical" || detection.shape === "unknown") return readTurns(root);
    const converted = convertToCanonical(root, detection.shape);
    const parsed = converted.ok ? parseJson(converted.value.text) : null;
    return parsed?.ok === true ? readTurns(parsed.value.root) : [];
  }, [root, detection.shape]);
}
