import { openAsBlob } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import type { GivenSource } from "@/lib/intake/inspected-source";

/** Thrown for a path that cannot be read; the message names it. */
export class UnreadablePath extends Error {}

/** The files under the paths as the intake takes them, each opened only when its turn comes; folders in the order of their names. */
export async function* givenPaths(paths: readonly string[], input: Readable): AsyncGenerator<GivenSource> {
  for (const given of paths) {
    if (given === "-") yield { name: "standard input", content: await readAll(input), provider: null };
    else yield* filesUnder(given, given);
  }
}

async function* filesUnder(place: string, name: string): AsyncGenerator<GivenSource> {
  const what = await stat(place).catch(() => {
    throw new UnreadablePath(`${name} cannot be read. Check that it is there and may be read.`);
  });
  if (!what.isDirectory()) {
    yield { name, content: await openAsBlob(place), provider: null };
    return;
  }
  const entries = await readdir(place, { withFileTypes: true });
  // Files that systems keep for themselves are no calls.
  const shown = entries.filter((entry) => !entry.name.startsWith(".") && (entry.isFile() || entry.isDirectory())).map((entry) => entry.name);
  for (const entry of shown.sort()) yield* filesUnder(path.join(place, entry), path.join(name, entry));
}

async function readAll(input: Readable): Promise<Blob> {
  const pieces: Buffer[] = [];
  for await (const piece of input) pieces.push(Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece)));
  return new Blob(pieces.map((piece) => new Uint8Array(piece)));
}
