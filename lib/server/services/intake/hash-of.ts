import "server-only";
import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal by the machine's own code, which is ten times as fast as the core's: a gigabyte comes through here. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
