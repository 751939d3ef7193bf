import { NO_ANSWERS, type Answers } from "@/lib/core/shapes/answers";
import { inspectRecord } from "../inspect-record";

interface Said {
  readonly role: string;
  readonly content: string;
  readonly startSeconds?: number;
  readonly endSeconds?: number;
}

/** The turns of a text's call as `role|content|start|end`. */
export function saidIn(text: string, answers: Answers = NO_ANSWERS): readonly string[] {
  const { transcript } = callIn(text, answers) as { transcript?: { turns: readonly Said[] } };
  return (transcript?.turns ?? []).map(({ role, content, startSeconds, endSeconds }) => [role, content, startSeconds ?? "-", endSeconds ?? "-"].join("|"));
}

/** The call that a text becomes. */
export function callIn(text: string, answers: Answers = NO_ANSWERS): Record<string, unknown> & { readonly call: Record<string, unknown>; readonly metadata: Record<string, unknown> } {
  const { conversion } = inspectRecord(text, answers);
  if (!conversion) throw new Error("It is not converted");
  return JSON.parse(conversion.text) as ReturnType<typeof callIn>;
}

/** Ids of the questions that a text leaves. */
export function askedIn(text: string, answers: Answers = NO_ANSWERS): readonly string[] {
  return (inspectRecord(text, answers).conversion?.questions ?? []).map(({ id }) => id);
}

/** Kinds and sentences of the remarks that a text leaves. */
export function remarksIn(text: string, answers: Answers = NO_ANSWERS): readonly string[] {
  return (inspectRecord(text, answers).conversion?.remarks ?? []).map(({ kind, sentence }) => `${kind}: ${sentence}`);
}
