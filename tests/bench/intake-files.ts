import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { callLine, type BenchShape } from "./intake-lines";

const TURNS = 20;
/** About 10 KB a call. */
const LARGE_TURNS = 50;
const CALLS_AT_ONCE = 100;

/** A file of JSON Lines, and its lines. */
export function writeLines(folder: string, shape: BenchShape, calls: number): { readonly file: string; readonly lines: readonly string[]; readonly bytes: number } {
  const lines = Array.from({ length: calls }, (_, index) => callLine(shape, index, TURNS));
  const file = path.join(folder, `${shape}.jsonl`);
  const text = `${lines.join("\n")}\n`;
  writeFileSync(file, text);
  return { file, lines, bytes: Buffer.byteLength(text) };
}

/** That many files of one small call each. */
export function writeSmallFiles(folder: string, count: number): readonly string[] {
  const inner = path.join(folder, "small");
  mkdirSync(inner);
  return Array.from({ length: count }, (_, index) => {
    const file = path.join(inner, `call-${String(index).padStart(5, "0")}.json`);
    writeFileSync(file, callLine("canonical", index, 2));
    return file;
  });
}

/** A file of at least that many bytes, written piece by piece: it is larger than what may stand in memory. */
export function writeLargeFile(folder: string, bytes: number): { readonly file: string; readonly calls: number; readonly bytes: number } {
  const file = path.join(folder, "large.jsonl");
  const handle = openSync(file, "w");
  let [calls, written] = [0, 0];
  try {
    while (written < bytes) {
      const lines = Array.from({ length: CALLS_AT_ONCE }, (_, index) => callLine("canonical", calls + index, LARGE_TURNS));
      written += writeSync(handle, `${lines.join("\n")}\n`);
      calls += CALLS_AT_ONCE;
    }
  } finally {
    closeSync(handle);
  }
  return { file, calls, bytes: written };
}
