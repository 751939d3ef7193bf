import { reportProblems } from "@/lib/core/problems/report-problems";
import type { Problem } from "@/lib/core/problems/problem";
import { NO_ANSWERS, type Answers } from "@/lib/core/shapes/answers";
import type { ShapeId, SourceDetection } from "@/lib/core/shapes/shape";
import { convertSource, type SourceConversion } from "@/lib/core/shapes/source/convert-source";
import { detectSource } from "@/lib/core/shapes/source/detect-source";
import { readSourceRecord } from "@/lib/core/shapes/source/read-source-record";
import type { JsonNode } from "@/lib/core/text/json-node";
import { rootOf } from "../problems/report-of";

export interface Inspection {
  readonly root: JsonNode;
  readonly detection: SourceDetection;
  readonly conversion: SourceConversion | null;
  readonly problems: readonly Problem[];
}

/** The way of one record through the core: read, recognised, converted, reported on. */
export function inspectRecord(text: string, answers: Answers = NO_ANSWERS): Inspection {
  const read = readSourceRecord(text);
  if (!read.ok) throw new Error(`No shape reads this text: ${read.error.message}`);
  const { root } = read.value;
  const detection = detectSource(root, answers);
  const conversion = convertSource(root, detection, answers);
  return { root, detection, conversion, problems: reportOn(text, root, { detection, conversion }) };
}

/** Converted calls are reported on as canonical ones; what is sent as it is, and what is no call, as it stands. */
function reportOn(text: string, root: JsonNode, { detection, conversion }: Pick<Inspection, "detection" | "conversion">): readonly Problem[] {
  const isCall = conversion !== null && detection.shape !== "no-call";
  const shape: ShapeId = isCall ? "canonical" : sentAs(detection);
  const context = { shape, detection: { ...detection, shape }, provider: isCall ? ("zelto" as const) : detection.provider, knownAgents: null, alreadyUploaded: null, remarks: conversion?.remarks ?? [] };
  return reportProblems(isCall ? { text: conversion.text, root: rootOf(conversion.text) } : { text, root }, context);
}

function sentAs({ shape }: SourceDetection): ShapeId {
  return shape === "canonical" || shape === "vapi-webhook" || shape === "retell-webhook" ? shape : "unknown";
}
