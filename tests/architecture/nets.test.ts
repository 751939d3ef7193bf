import { readFileSync } from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import { ROOT, sourceFiles } from "../support/source-files";

const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");
const beginsServerOnly = (text: string): boolean => /^(\/\*[\s\S]*?\*\/\s*|\/\/.*\n)*import "server-only";/.test(text);
const exportsRowType = (text: string): boolean => /export\s+(interface|type)\s+\w*Row\b|export\s+type\s+\w+\s*=\s*(Selectable|Insertable|Updateable)\s*</.test(text);

describe("the server fence", () => {
  it("stands first in every file of lib/server", () => {
    const files = sourceFiles(/^lib\/server\/.*\.ts$/);
    console.log(`server fence: looked at ${files.length} files`);
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => !beginsServerOnly(read(file)))).toEqual([]);
  });

  it("notices a file without it", () => {
    expect(beginsServerOnly('import { db } from "./db";\nimport "server-only";\n')).toBe(false);
    expect(beginsServerOnly('/** Doc. */\nimport "server-only";\n')).toBe(true);
  });
});

describe("row types", () => {
  it("never leave a repository", () => {
    const files = sourceFiles(/^lib\/server\/repositories\/.*\.ts$/);
    console.log(`row types: looked at ${files.length} files`);
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => exportsRowType(read(file)))).toEqual([]);
  });

  it("are noticed when they do", () => {
    expect(exportsRowType("export interface UploadRow { id: string }")).toBe(true);
    expect(exportsRowType('export type Upload = Selectable<Database["uploads"]>;')).toBe(true);
    expect(exportsRowType("export interface Upload { readonly id: string }")).toBe(false);
  });
});

describe("the lint bans", () => {
  const eslint = new ESLint({
    cwd: ROOT,
    // Only the syntax bans are asked for here: the snippets are in no TypeScript project.
    overrideConfig: { languageOptions: { parserOptions: { projectService: false, project: false, program: null } } },
    ruleFilter: ({ ruleId }) => ruleId === "no-restricted-syntax" || ruleId === "no-console",
  });
  const bans: readonly (readonly [string, string, string])[] = [
    ["process.env", "lib/server/services/x.ts", "export const key = process.env.ZELTO_API_KEY;"],
    ["process.env by string", "lib/server/services/x.ts", 'export const key = process["env"].ZELTO_API_KEY;'],
    ["process.env taken apart", "lib/server/services/x.ts", "export const { env } = process;"],
    ["fetch in a component", "components/calls/x.tsx", 'export const load = () => fetch("/api/calls");'],
    ["fetch by global name", "lib/server/services/x.ts", 'export const load = () => globalThis.fetch("https://example.com");'],
    ["Date.now in core", "lib/core/x.ts", "export const at = () => Date.now();"],
    ["new Date() in core", "lib/core/x.ts", "export const at = () => new Date();"],
    ["Math.random in core", "lib/core/x.ts", "export const at = () => Math.random();"],
    ["randomUUID in core", "lib/core/x.ts", "export const id = () => crypto.randomUUID();"],
    ["console", "components/calls/x.tsx", 'export const say = () => console.log("x");'],
    ["a default export", "lib/core/x.ts", "export default 1;"],
    ["a barrel", "lib/core/x.ts", 'export * from "./y";'],
    ["raw HTML", "components/calls/x.tsx", "export const X = () => <p dangerouslySetInnerHTML={{ __html: text }} />;"],
  ];
  it.each(bans)("refuse %s as an error", async (_name, filePath, code) => {
    const [result] = await eslint.lintText(code, { filePath: path.join(ROOT, filePath) });
    expect(result?.messages.filter(({ severity, fatal }) => severity === 2 && fatal !== true).length).toBe(1);
  });

  const allowed: readonly (readonly [string, string, string])[] = [
    ["process.env in env.ts", "lib/server/env.ts", "export const key = process.env.ZELTO_API_KEY;"],
    ["fetch in the transport", "lib/server/zelto/transport.ts", 'export const load = () => fetch("https://example.com");'],
    ["fetch in the query client", "lib/queries/request.ts", 'export const load = () => fetch("/api/calls");'],
    ["new Date(value) in core", "lib/core/x.ts", "export const at = (ms) => new Date(ms);"],
    ["a page's default export", "app/page.tsx", "export default function Page() { return null; }"],
  ];
  it.each(allowed)("allow %s", async (_name, filePath, code) => {
    const [result] = await eslint.lintText(code, { filePath: path.join(ROOT, filePath) });
    expect(result?.messages.filter(({ severity }) => severity === 2)).toEqual([]);
  });
});
