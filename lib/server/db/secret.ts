import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { makePrivateFolder } from "./make-folder";

/** 32 random bytes of this data folder. Nothing leaves it but keyed hashes. */
export interface Secret {
  /** Keyed hash of a text, 64 hex digits. The same text under another label gives another hash. */
  hmac(label: string, text: string): string;
}

const SECRET_BYTES = 32;

/** Reads the folder's secret, or makes it at the first start. Throws when the file is there and is not a secret. */
export function openSecret(folder: string): Secret {
  makePrivateFolder(folder);
  const path = join(folder, "secret");
  const bytes = makeOnce(path) ?? readFileSync(path);
  if (bytes.byteLength !== SECRET_BYTES) throw new Error("The file `secret` in the data folder is damaged. Restore it from a copy; without it the sandbox key changes.");
  return { hmac: (label, text) => createHmac("sha256", bytes).update(label).update("\0").update(text).digest("hex") };
}

/** Writes a new secret where there is none; null where one stands already. */
function makeOnce(path: string): Uint8Array | null {
  let file: number;
  try {
    file = openSync(path, "wx", 0o600);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return null;
    throw error;
  }
  try {
    const bytes = randomBytes(SECRET_BYTES);
    writeSync(file, bytes);
    fsyncSync(file);
    return bytes;
  } finally {
    closeSync(file);
  }
}
