import { z } from "zod";
import { failure, success, type Result } from "@/lib/core/result";
import type { JsonPath } from "@/lib/core/text/json-path";

/** Ours: deeper than the walk goes, no path leads. */
const MAX_SEGMENTS = 12;
const MAX_KEY = 300;
/** Ours: an answer longer than this is no template. */
const MAX_TEMPLATE = 10_000;

const PathSchema = z.array(z.union([z.string().max(MAX_KEY), z.number().int().min(0).max(1_000_000)])).max(MAX_SEGMENTS);

/**
 * How a list of turns in a shape of its own is read: what a person showed by pointing. `list` and the fields of the call are paths
 * from the record's root, `role`, `text`, `start` and `end` from one item of the list. An absent path is not read.
 */
export const TemplateSchema = z.strictObject({
  list: PathSchema,
  role: PathSchema,
  text: PathSchema,
  start: PathSchema.optional(),
  end: PathSchema.optional(),
  /** The unit of bare numbers under `start` and `end`; without it the list as a whole tells. */
  timeUnit: z.enum(["s", "ms"]).optional(),
  id: PathSchema.optional(),
  startedAt: PathSchema.optional(),
  endedAt: PathSchema.optional(),
  duration: PathSchema.optional(),
  customerNumber: PathSchema.optional(),
  customerName: PathSchema.optional(),
  recordingUrl: PathSchema.optional(),
  agent: PathSchema.optional(),
  agentName: PathSchema.optional(),
  version: PathSchema.optional(),
  endedReason: PathSchema.optional(),
});

/** `Template` as it is read and written; an absent path is left out and never undefined. */
export interface Template {
  readonly list: JsonPath;
  readonly role: JsonPath;
  readonly text: JsonPath;
  readonly start?: JsonPath;
  readonly end?: JsonPath;
  readonly timeUnit?: "s" | "ms";
  readonly id?: JsonPath;
  readonly startedAt?: JsonPath;
  readonly endedAt?: JsonPath;
  readonly duration?: JsonPath;
  readonly customerNumber?: JsonPath;
  readonly customerName?: JsonPath;
  readonly recordingUrl?: JsonPath;
  readonly agent?: JsonPath;
  readonly agentName?: JsonPath;
  readonly version?: JsonPath;
  readonly endedReason?: JsonPath;
}

const ANSWER_PREFIX = "template:";

/** The key of the answer that holds the template for records of this structure. */
export function templateAnswerId(fingerprint: string): string {
  return `${ANSWER_PREFIX}${fingerprint}`;
}

/** Whether an answer's key names a template. */
export function isTemplateAnswer(id: string): boolean {
  return id.startsWith(ANSWER_PREFIX);
}

/** A template as the text of an answer. */
export function writeTemplate(template: Template): string {
  return JSON.stringify(TemplateSchema.parse(template));
}

/** Reads the text of an answer; the failure says what is wrong with it. */
export function readTemplate(text: string): Result<Template, { readonly message: string }> {
  if (text.length > MAX_TEMPLATE) return failure({ message: "This template is too long to be one. Nothing was changed." });
  try {
    const parsed = TemplateSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return failure({ message: "This is no template: it lacks the list, the speaker or the words. Nothing was changed." });
    // Optional keys of the schema may be undefined by type; parsed JSON never holds undefined.
    return success(parsed.data as Template);
  } catch {
    // Not JSON: the same as any other text that is no template.
    return failure({ message: "This is no template: it is no JSON. Nothing was changed." });
  }
}
