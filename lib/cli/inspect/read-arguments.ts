import { failure, success, type Result } from "@/lib/core/result";

/** What the command is to do. */
export interface InspectArguments {
  /** Files, folders, or "-" for standard input, in their order. */
  readonly paths: readonly string[];
  /** One JSON line per record instead of a summary. */
  readonly json: boolean;
  /** An agent for records that name none. */
  readonly agent: string | null;
  /** A JSON file of answers, as the intake page exports them. */
  readonly answersFile: string | null;
}

export const USAGE = `Usage: npm run -s inspect -- [--json] [--agent ID] [--answers FILE] PATH...

Says what Intake makes of calls on disk, without taking them in or sending anything.
PATH is a file, a folder, or - for standard input. Exit code 1 when a call would be refused or cannot be read, 2 for wrong use.

  --json          one JSON line per record: source, recordPath, shape, confidence, problems, receipt, call
  --agent ID      the agent of records that name none
  --answers FILE  answers to what only a person can tell, exported from Intake (a JSON object of texts)`;

const VALUED = new Set(["--agent", "--answers"]);

/** Reads the command line; the failure is a sentence. */
export function readArguments(words: readonly string[]): Result<InspectArguments, string> {
  const paths: string[] = [];
  const values = new Map<string, string>();
  let json = false;
  let onlyPaths = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (onlyPaths || word === "-" || !word.startsWith("-")) paths.push(word);
    else if (word === "--") onlyPaths = true;
    else if (word === "--json") json = true;
    else if (VALUED.has(word)) {
      const value = words[(at += 1)];
      if (value === undefined) return failure(`${word} needs a value.`);
      values.set(word, value);
    } else return failure(`There is no option ${word}.`);
  }
  if (paths.length === 0) return failure("Name at least one file or folder, or - for standard input.");
  return success({ paths, json, agent: values.get("--agent") ?? null, answersFile: values.get("--answers") ?? null });
}
