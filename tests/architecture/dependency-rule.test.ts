import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ROOT } from "../support/source-files";
import { judgeImports } from "./cruise";
import { LAYERS } from "./layers";

const ENTRIES = ["app", "components", "lib", "instrumentation.ts", "proxy.ts", "next.config.ts", "postcss.config.mjs", "eslint.config.mjs"];

describe("the dependency rule", () => {
  it("allows only what the table allows, types included", async () => {
    const { files, edges, findings } = await judgeImports(ROOT, ENTRIES);
    console.log(`dependency rule: looked at ${files.length} files and ${edges} imports`);
    expect(files.length).toBeGreaterThan(150);
    expect(edges).toBeGreaterThan(500);
    expect(findings).toEqual([]);
  });

  it("names in the table only layers that exist", () => {
    const names = new Set(LAYERS.map(({ name }) => name));
    expect(LAYERS.flatMap(({ may }) => may).filter((name) => !names.has(name))).toEqual([]);
  });

  it("stands in ARCHITECTURE.md row by row", () => {
    const text = readFileSync(path.join(ROOT, "ARCHITECTURE.md"), "utf8");
    const missing = LAYERS.filter(({ name }) => !text.includes(`| \`${name}\` |`)).map(({ name }) => name);
    expect(missing).toEqual([]);
  });
});

describe("the dependency rule bites", () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  /** A small tree of its own with one import to judge. */
  async function judgeTree(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const root = mkdtempSync(path.join(tmpdir(), "intake-architecture-"));
    folders.push(root);
    symlinkSync(path.join(ROOT, "node_modules"), path.join(root, "node_modules"));
    writeFileSync(path.join(root, "tsconfig.json"), JSON.stringify({ compilerOptions: { module: "esnext", moduleResolution: "bundler", paths: { "@/*": ["./*"] } } }));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    const verdict = await judgeImports(root, ["lib", "components", "app"].filter((folder) => Object.keys(files).some((file) => file.startsWith(folder))));
    return verdict.findings;
  }

  const SERVICE = { "lib/server/services/calls.ts": 'import "server-only";\nexport interface Row { readonly id: string }\nexport const listCalls = (): Row[] => [];\n' };
  const cases: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ["a component that imports a service", { "components/calls/list.tsx": 'import { listCalls } from "@/lib/server/services/calls";\nexport const List = listCalls;\n', ...SERVICE }],
    ["a component that imports only a type from a service", { "components/calls/list.tsx": 'import type { Row } from "@/lib/server/services/calls";\nexport type List = Row;\n', ...SERVICE }],
    ["core that imports a Node module", { "lib/core/clock.ts": 'import { hostname } from "node:os";\nexport const name = hostname();\n' }],
    ["core that imports React", { "lib/core/view.ts": 'import { useState } from "react";\nexport const use = useState;\n' }],
    ["the sandbox that imports core", { "lib/sandbox/schema.ts": 'import { limit } from "@/lib/core/limits";\nexport const mine = limit;\n', "lib/core/limits.ts": "export const limit = 1;\n" }],
    ["one place that imports another", { "components/calls/a.tsx": 'import { B } from "@/components/buckets/b";\nexport const A = B;\n', "components/buckets/b.tsx": "export const B = 1;\n" }],
    ["a new folder without a row", { "lib/helpers/text.ts": "export const text = 1;\n" }],
    ["two files that import each other", { "lib/core/a.ts": 'import { b } from "./b";\nexport const a = (): number => b();\n', "lib/core/b.ts": 'import { a } from "./a";\nexport const b = (): number => a();\n' }],
  ];
  it.each(cases)("refuses %s", async (_name, files) => {
    expect((await judgeTree(files)).length).toBeGreaterThan(0);
  });

  it("lets a clean tree pass", async () => {
    expect(await judgeTree({ "lib/core/a.ts": 'import * as z from "zod";\nimport { b } from "./b";\nexport const a = z.literal(b);\n', "lib/core/b.ts": "export const b = 1;\n" })).toEqual([]);
  });
});
