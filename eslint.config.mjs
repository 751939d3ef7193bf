import next from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

const restricted = (selector, message) => ({ selector, message });

const PROCESS_ENV = restricted(
  "MemberExpression[object.name='process'][property.name='env']",
  "Read settings from lib/server/env.ts; only that file reads process.env.",
);
const PROCESS_ENV_STRING = restricted(
  "MemberExpression[object.name='process'][property.value='env']",
  "Read settings from lib/server/env.ts; only that file reads process.env.",
);
const PROCESS_ENV_DESTRUCTURED = restricted(
  "VariableDeclarator[init.name='process'] > ObjectPattern",
  "Read settings from lib/server/env.ts; only that file reads process.env.",
);
const FETCH = restricted(
  "CallExpression[callee.name='fetch'], CallExpression[callee.property.name='fetch'][callee.object.name=/^(globalThis|window|self)$/]",
  "Only the Zelto transport and the query client call fetch.",
);
const CLOCK = restricted(
  "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='performance'][callee.property.name='now']",
  "Core takes the time as an argument.",
);
const RANDOM = restricted(
  "CallExpression[callee.object.name='Math'][callee.property.name='random'], CallExpression[callee.property.name=/^(randomUUID|getRandomValues|randomBytes)$/]",
  "Core takes randomness as an argument.",
);
const EXPORT_ALL = restricted("ExportAllDeclaration", "Name what is exported; no barrels.");
const DEFAULT_EXPORT = restricted("ExportDefaultDeclaration", "Named exports only, outside the files that Next or a tool insists on.");
const RAW_HTML = restricted("JSXAttribute[name.name=/^dangerouslySet/]", "Call data is text and stays text.");

const everywhere = [PROCESS_ENV, PROCESS_ENV_STRING, PROCESS_ENV_DESTRUCTURED, FETCH, EXPORT_ALL, RAW_HTML];

const config = [
  { ignores: [".next/**", "node_modules/**", ".data/**", "coverage/**", "next-env.d.ts", "tests/.output/**", "public/**"] },
  ...next,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["*.mjs"] }, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-console": "error",
      "no-restricted-syntax": ["error", ...everywhere, DEFAULT_EXPORT],
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unnecessary-condition": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["lib/core/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, DEFAULT_EXPORT, CLOCK, RANDOM] },
  },
  {
    // The files that Next finds by their default export.
    files: ["app/**/*.tsx", "app/**/*.ts", "*.config.ts", "*.config.mjs", "tests/config/*.ts", "postcss.config.mjs", "instrumentation.ts", "proxy.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere] },
  },
  {
    files: ["lib/server/env.ts"],
    rules: { "no-restricted-syntax": ["error", FETCH, EXPORT_ALL, RAW_HTML, DEFAULT_EXPORT] },
  },
  {
    files: ["lib/server/zelto/transport.ts", "lib/queries/request.ts"],
    rules: { "no-restricted-syntax": ["error", PROCESS_ENV, PROCESS_ENV_STRING, PROCESS_ENV_DESTRUCTURED, EXPORT_ALL, RAW_HTML, DEFAULT_EXPORT] },
  },
  {
    // Tests speak HTTP themselves and start child processes with settings of their own.
    files: ["tests/**/*.ts", "tests/**/*.tsx"],
    rules: {
      "no-restricted-syntax": ["error", EXPORT_ALL],
      "no-console": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  { files: ["**/*.mjs"], ...tseslint.configs.disableTypeChecked },
];

export default config;
