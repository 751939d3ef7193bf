import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../../", import.meta.url));
const alias = {
  "@": root.replace(/\/$/, ""),
  // The package throws outside a React server build; tests are the server.
  "server-only": fileURLToPath(new URL("../support/server-only-stub.ts", import.meta.url)),
};
const project = (name: string, options: { readonly folder?: string; readonly timeoutMs?: number; readonly serial?: boolean } = {}) => ({
  resolve: { alias },
  root,
  test: {
    name,
    include: [`tests/${options.folder ?? name}/**/*.test.{ts,tsx}`],
    environment: "node",
    retry: 0,
    testTimeout: options.timeoutMs ?? 10_000,
    hookTimeout: 60_000,
    pool: "forks" as const,
    ...(options.serial ? { fileParallelism: false } : {}),
  },
});

export default defineConfig({
  test: {
    projects: [
      project("unit", { timeoutMs: 60_000 }),
      project("architecture", { timeoutMs: 120_000 }),
      project("integration", { timeoutMs: 30_000 }),
      project("contract", { timeoutMs: 30_000 }),
      project("live", { folder: "live", timeoutMs: 60_000, serial: true }),
    ],
    coverage: { provider: "v8", include: ["lib/core/**/*.ts"], reportsDirectory: "coverage" },
  },
});
