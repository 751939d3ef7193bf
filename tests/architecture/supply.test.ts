import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/source-files";
import floors from "./version-floors.json";

interface LockEntry {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

const lock = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8")) as { readonly packages: Readonly<Record<string, LockEntry>> };
const manifest = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const entries = Object.entries(lock.packages).filter(([place]) => place !== "");
const nameOf = (place: string): string => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

/** -1, 0 or 1 for plain three-part versions; what follows a dash is left out. */
function compareVersions(left: string, right: string): number {
  const parts = (version: string): number[] => (version.split("-")[0] ?? version).split(".").map(Number);
  const [a, b] = [parts(left), parts(right)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

describe("what is installed", () => {
  it("has a sha512 on every entry of the lockfile that is not another platform's optional binary", () => {
    const unsigned = entries.filter(([, entry]) => entry.link !== true && !(entry.integrity ?? "").startsWith("sha512-"));
    console.log(`lockfile: looked at ${entries.length} entries, ${unsigned.length} of them binaries for other platforms`);
    expect(entries.length).toBeGreaterThan(200);
    // The registry that the lockfile was made with hands out binaries for Linux only; npm fills in the others where they are installed.
    expect(unsigned.filter(([, entry]) => entry.optional !== true || (entry.os === undefined && entry.cpu === undefined)).map(([place]) => place)).toEqual([]);
    expect(unsigned.filter(([, { os = [], cpu = [] }]) => os.includes("linux") && (cpu.includes("x64") || cpu.includes("arm64"))).map(([place]) => place)).toEqual([]);
  });

  it("stands at or above the security floors", () => {
    const below = entries.filter(([place, { version }]) => {
      const floor = (floors as Readonly<Record<string, string>>)[nameOf(place)];
      return floor !== undefined && version !== undefined && compareVersions(version, floor) < 0;
    });
    const checked = entries.filter(([place]) => nameOf(place) in floors).length;
    console.log(`floors: looked at ${checked} entries`);
    expect(checked).toBeGreaterThanOrEqual(4);
    expect(below.map(([place, { version }]) => `${place} ${version ?? ""}`)).toEqual([]);
  });

  it("orders versions by number, not by letter", () => {
    expect([compareVersions("16.4.10", "16.4.9"), compareVersions("0.35.5", "0.35.5"), compareVersions("4.6.6", "4.6.7")]).toEqual([1, 0, -1]);
  });

  it("is named by exact version, at most 35 packages at run time", () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(35);
  });

  it("needs no install script of its own to run", () => {
    const scripts = entries.filter(([, entry]) => entry.hasInstallScript === true).map(([place]) => nameOf(place));
    // esbuild's script only checks its binary, which comes as a package; fsevents is macOS only and optional.
    expect(scripts.filter((name) => !["esbuild", "fsevents"].includes(name))).toEqual([]);
  });
});
