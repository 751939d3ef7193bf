import * as z from "zod";
import { AnswersSchema } from "@/lib/contracts/intake";
import { failure, success, type Result } from "@/lib/core/result";
import type { Answers } from "@/lib/core/shapes/answers";

const FileSchema = z.object({ intakeAnswers: z.literal(1), answers: AnswersSchema });

/** Remembered answers as a file that another Intake can take in. */
export function writeAnswersFile(answers: Answers): string {
  return `${JSON.stringify({ intakeAnswers: 1, answers }, null, 2)}\n`;
}

/** The answers of such a file. The failure is a sentence. */
export function readAnswersFile(text: string): Result<Answers, string> {
  try {
    const parsed = FileSchema.safeParse(JSON.parse(text));
    if (parsed.success) return success(parsed.data.answers);
  } catch {
    // Not JSON: the sentence below says it, and a test covers it.
  }
  return failure("This is no file of remembered answers. Nothing was changed; choose one that was exported from Intake.");
}
