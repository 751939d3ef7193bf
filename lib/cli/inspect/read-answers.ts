import { readFile } from "node:fs/promises";
import { failure, success, type Result } from "@/lib/core/result";
import type { Answers } from "@/lib/core/shapes/answers";
import { AGENT_QUESTION_ID } from "@/lib/core/shapes/build/take-identity";
import { readAnswersFile } from "@/lib/intake/answers-file";
import { toValue } from "@/lib/core/text/json-values";
import { parseJson } from "@/lib/core/text/scan-json";
import type { InspectArguments } from "./read-arguments";

/** The answers that the command line gives; the failure is a sentence. */
export async function readAnswers({ answersFile, agent }: Pick<InspectArguments, "answersFile" | "agent">): Promise<Result<Answers, string>> {
  const own = agent === null ? {} : { [AGENT_QUESTION_ID]: agent };
  if (answersFile === null) return success(own);
  const text = await readFile(answersFile, "utf8").catch(() => null);
  if (text === null) return failure(`${answersFile} cannot be read.`);
  const exported = readAnswersFile(text);
  if (exported.ok) return success({ ...exported.value, ...own });
  const parsed = parseJson(text);
  const value = parsed.ok ? toValue(parsed.value.root) : null;
  const entries = value !== null && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : null;
  if (entries === null) return failure(`${answersFile} is no JSON object of answers.`);
  const answers: [string, string][] = [];
  for (const [key, answer] of entries) if (typeof answer === "string") answers.push([key, answer]);
  return success({ ...Object.fromEntries(answers), ...own });
}
