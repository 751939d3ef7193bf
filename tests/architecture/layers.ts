/**
 * Who may import whom. Default deny: a folder without a row fails the architecture test. Types count.
 * The table in ARCHITECTURE.md is compared with this one by a test, so the two cannot drift apart.
 */
export interface Layer {
  /** Name in the table. */
  readonly name: string;
  /** Regular expression over paths from the project's root. */
  readonly path: string;
  /** Other layers by name; a layer may always import itself. */
  readonly may: readonly string[];
  /** Packages by name ("react" covers "react/jsx-runtime"). `node` stands for node:* modules. */
  readonly packages: readonly string[];
}

const NEXT = ["next", "react", "react-dom"];

export const LAYERS: readonly Layer[] = [
  { name: "lib/core", path: "^lib/core/", may: [], packages: ["zod", "@noble/hashes"] },
  { name: "lib/contracts", path: "^lib/contracts/", may: ["lib/core"], packages: ["zod"] },
  { name: "lib/intake", path: "^lib/intake/", may: ["lib/core", "lib/contracts"], packages: ["zod", "@noble/hashes", "fflate"] },
  { name: "lib/sandbox", path: "^lib/sandbox/", may: [], packages: ["zod", "libsql", "node"] },
  { name: "lib/server/env", path: "^lib/server/env\\.ts$", may: ["lib/core"], packages: ["zod", "server-only", "node"] },
  { name: "lib/server/logger", path: "^lib/server/(logger|request-id|clock)\\.ts$", may: ["lib/core", "lib/server/env"], packages: ["pino", "server-only", "node"] },
  {
    name: "lib/server/access",
    path: "^lib/server/access/",
    may: ["lib/core", "lib/contracts", "lib/server/env", "lib/server/logger", "lib/server/db", "lib/server/repositories"],
    packages: ["zod", "server-only", "node"],
  },
  { name: "lib/server/db", path: "^lib/server/db/", may: ["lib/core", "lib/server/env", "lib/server/logger"], packages: ["kysely", "libsql", "server-only", "node"] },
  { name: "lib/server/repositories", path: "^lib/server/repositories/", may: ["lib/core", "lib/server/db"], packages: ["kysely", "zod", "server-only"] },
  { name: "lib/server/zelto", path: "^lib/server/zelto/", may: ["lib/core", "lib/server/env", "lib/server/logger", "lib/server/db", "lib/server/context"], packages: ["zod", "server-only", "node"] },
  {
    name: "lib/server/services",
    path: "^lib/server/services/",
    may: ["lib/core", "lib/contracts", "lib/server/env", "lib/server/logger", "lib/server/db", "lib/server/repositories", "lib/server/zelto", "lib/server/access", "lib/server/context"],
    packages: ["zod", "kysely", "server-only", "node"],
  },
  {
    name: "lib/server/worker",
    path: "^lib/server/worker/",
    may: ["lib/core", "lib/server/env", "lib/server/logger", "lib/server/services", "lib/server/db", "lib/server/repositories", "lib/server/zelto", "lib/server/context"],
    packages: ["server-only", "node"],
  },
  { name: "lib/server/context", path: "^lib/server/(context|active-target)\\.ts$", may: ["lib/server/env", "lib/server/db"], packages: ["server-only", "node"] },
  {
    name: "lib/server/define",
    path: "^lib/server/(define-[a-z]+|error-status|security-headers|answer|problem-answer|read-body|invalid-input)\\.ts$",
    may: ["lib/core", "lib/contracts", "lib/server/env", "lib/server/logger", "lib/server/access", "lib/server/db", "lib/server/context"],
    packages: [...NEXT, "zod", "server-only", "node"],
  },
  {
    name: "lib/server/runtime",
    path: "^lib/server/(runtime|sandbox-host)\\.ts$",
    may: ["lib/core", "lib/sandbox", "lib/server/env", "lib/server/logger", "lib/server/context", "lib/server/db", "lib/server/repositories", "lib/server/worker", "lib/server/services", "lib/server/zelto"],
    packages: ["server-only", "node"],
  },
  { name: "lib/actions", path: "^lib/actions/", may: ["lib/core", "lib/contracts", "lib/server/define", "lib/server/services", "lib/server/runtime"], packages: [...NEXT, "zod"] },
  { name: "lib/queries", path: "^lib/queries/", may: ["lib/core", "lib/contracts", "lib/actions"], packages: ["react", "zod", "@tanstack/react-query"] },
  { name: "lib/cli", path: "^lib/cli/", may: ["lib/core", "lib/intake", "lib/server/env", "lib/server/worker", "lib/server/db"], packages: ["node", "next", "zod", "@next/env"] },
  { name: "components/ui", path: "^components/ui/", may: [], packages: ["react", "react-dom", "react-aria-components", "lucide-react"] },
  { name: "components/marks", path: "^components/marks/", may: ["lib/core", "components/ui"], packages: ["react", "react-aria-components", "lucide-react"] },
  {
    name: "components/shell",
    path: "^components/shell/",
    may: ["lib/core", "lib/contracts", "lib/queries", "components/ui", "components/marks"],
    packages: ["react", "react-dom", "next", "react-aria-components", "lucide-react", "@tanstack/react-query"],
  },
  ...["grid", "intake", "editor", "batch", "calls", "buckets", "settings", "sandbox", "session"].map((place) => ({
    name: `components/${place}`,
    path: `^components/${place}/`,
    may: [
      "lib/core",
      "lib/contracts",
      "lib/intake",
      "lib/queries",
      "components/ui",
      "components/marks",
      "components/shell",
      ...(place === "batch" || place === "calls" ? ["components/grid"] : []),
    ],
    packages: [
      "react",
      "react-dom",
      "next",
      "react-aria-components",
      "react-hook-form",
      "@hookform/resolvers",
      "@tanstack/react-query",
      "@tanstack/react-virtual",
      "lucide-react",
      "zod",
      ...(place === "editor" ? ["@codemirror", "@lezer"] : []),
    ],
  })),
  { name: "app/api/sandbox", path: "^app/api/sandbox/", may: ["lib/core", "lib/contracts", "lib/sandbox", "lib/server/define", "lib/server/runtime", "lib/server/access"], packages: [...NEXT, "zod"] },
  { name: "app/api", path: "^app/api/(?!sandbox/)", may: ["lib/core", "lib/contracts", "lib/server/define", "lib/server/services", "lib/server/runtime"], packages: [...NEXT, "zod"] },
  {
    name: "app",
    path: "^app/(?!api/)",
    may: [
      "lib/core",
      "lib/contracts",
      "lib/queries",
      "lib/actions",
      "lib/server/define",
      "lib/server/services",
      "lib/server/runtime",
      ...["ui", "marks", "shell", "grid", "intake", "editor", "batch", "calls", "buckets", "settings", "sandbox", "session"].map((place) => `components/${place}`),
    ],
    packages: [...NEXT, "geist", "zod"],
  },
  { name: "instrumentation", path: "^instrumentation\\.ts$", may: ["lib/server/runtime"], packages: ["node"] },
  { name: "proxy", path: "^proxy\\.ts$", may: ["lib/server/access", "lib/server/define", "lib/core", "lib/server/env"], packages: ["next"] },
  { name: "configuration", path: "^(next\\.config\\.ts|eslint\\.config\\.mjs|postcss\\.config\\.mjs)$", may: [], packages: ["next", "typescript-eslint", "eslint-config-next"] },
];
