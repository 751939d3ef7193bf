import { once } from "node:events";
import { givenPaths, UnreadablePath } from "./inspect/given-paths";
import { readAnswers } from "./inspect/read-answers";
import { readArguments, USAGE } from "./inspect/read-arguments";
import { recordLine } from "./inspect/record-line";
import { InspectSummary } from "./inspect/summary";
import { walkRecords } from "./inspect/walk-records";

/** The headless twin of the intake page. Answers the exit code: 0, 1 where anything blocks, 2 for wrong use. */
async function inspect(words: readonly string[]): Promise<number> {
  if (words.includes("--help") || words.includes("-h")) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const read = readArguments(words);
  const answers = read.ok ? await readAnswers(read.value) : read;
  if (!read.ok || !answers.ok) return misuse(read.ok ? (answers.ok ? "" : answers.error) : read.error);
  const summary = new InspectSummary();
  try {
    for await (const given of givenPaths(read.value.paths, process.stdin)) {
      for await (const walked of walkRecords(given, answers.value)) {
        summary.add(walked);
        // What reads slowly is waited for: a million lines would else stand in memory.
        if (read.value.json && !process.stdout.write(`${recordLine(walked)}\n`)) await once(process.stdout, "drain");
      }
    }
  } catch (error) {
    if (error instanceof UnreadablePath) return misuse(error.message);
    throw error;
  }
  if (!read.value.json) process.stdout.write(`${summary.lines().join("\n")}\n`);
  return summary.blocks ? 1 : 0;
}

function misuse(sentence: string): number {
  process.stderr.write(`${sentence}\n\n${USAGE}\n`);
  return 2;
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no fault.
process.stdout.on("error", () => process.exit(0));
process.exitCode = await inspect(process.argv.slice(2));
