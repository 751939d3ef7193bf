import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a build is made of, from the project's root. */
const SOURCES = ["app", "components", "lib", "public", "instrumentation.ts", "proxy.ts", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"];
const BUILD_FOLDER = ".next";
const STAMP = "intake-build.json";

/** A hash over everything that a build is made of; the Node line counts, as it decides on syntax and native parts. */
export function sourceHash(root: string): string {
  const hash = createHash("sha256").update(process.version.split(".")[0] ?? "");
  for (const path of SOURCES.flatMap((source) => filesBelow(root, source)).sort()) {
    hash.update(path).update("\0").update(readFileSync(join(root, path))).update("\0");
  }
  return hash.digest("hex");
}

/** Whether the build in place was made from exactly these sources. */
export function isBuildFresh(root: string, hash: string): boolean {
  const stamp = join(root, BUILD_FOLDER, STAMP);
  return existsSync(join(root, BUILD_FOLDER, "BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8").includes(`"${hash}"`);
}

/** Notes what the build in place was made from. */
export function stampBuild(root: string, hash: string): void {
  writeFileSync(join(root, BUILD_FOLDER, STAMP), `${JSON.stringify({ sources: hash })}\n`);
}

function filesBelow(root: string, path: string): string[] {
  const whole = join(root, path);
  if (!existsSync(whole)) return [];
  if (!statSync(whole).isDirectory()) return [path];
  return readdirSync(whole).flatMap((name) => filesBelow(root, `${path}/${name}`));
}
