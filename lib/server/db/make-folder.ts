import "server-only";
import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder for its owner alone, with the folders above it where they are missing. Node's own recursive mkdir never
 * comes back for a place that refuses folders although its parent is there, such as /proc (Node 20.20).
 */
export function makePrivateFolder(path: string): void {
  makeFolders(path);
  chmodSync(path, 0o700);
}

function makeFolders(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolders(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
