import { readNumber, readText } from "@/lib/core/call-ingest/read-number";
import { NO_ANSWERS, type Answers } from "@/lib/core/shapes/answers";
import { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Question } from "@/lib/core/shapes/question";
import type { Remark } from "@/lib/core/shapes/remark";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { GENERIC_MAPPER } from "./generic-mapper";
import { structureFingerprint } from "./structure-fingerprint";
import { templateAnswerId, writeTemplate, type Template } from "./template";

/** A turn as a preview shows it. */
export interface PreviewTurn {
  readonly role: string;
  readonly content: string;
  readonly startSeconds: number | null;
}

/** What a record becomes when it is read as a template says. */
export interface TemplatePreview {
  /** Turns in all; `turns` holds the first of them. */
  readonly count: number;
  readonly turns: readonly PreviewTurn[];
  readonly externalId: string | null;
  readonly startedAt: string | null;
  readonly customerNumber: string | null;
  readonly recordingUrl: string | null;
  readonly questions: readonly Question[];
  readonly remarks: readonly Remark[];
}

/** Ours: what a preview has room for. */
const SHOWN = 50;

/** Reads a record as a template says, with the answers given so far. The same code makes the call in the end. */
export function previewTemplate(root: JsonNode, template: Template, answers: Answers = NO_ANSWERS): TemplatePreview {
  const context = new ConversionContext({ ...answers, [templateAnswerId(structureFingerprint(root))]: writeTemplate(template) });
  const call = GENERIC_MAPPER.convert(root, context);
  const list = nodeAt(call, ["transcript", "turns"]);
  const turns = list?.type === "array" ? list.items : [];
  return {
    count: turns.length,
    turns: turns.slice(0, SHOWN).map((turn): PreviewTurn => {
      return { role: readText(member(turn, "role")) ?? "", content: readText(member(turn, "content")) ?? "", startSeconds: readNumber(member(turn, "startSeconds")) };
    }),
    externalId: readText(nodeAt(call, ["call", "externalId"])),
    startedAt: readText(nodeAt(call, ["call", "startedAt"])),
    customerNumber: readText(nodeAt(call, ["call", "customer", "number"])),
    recordingUrl: readText(nodeAt(call, ["call", "recordingUrl"])),
    questions: context.questions,
    remarks: context.remarks,
  };
}
