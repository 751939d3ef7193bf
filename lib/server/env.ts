import "server-only";
import { isAbsolute, resolve } from "node:path";
import * as z from "zod";
import { failure, success, type Result } from "@/lib/core/result";

/** Every setting, by name. `.env.example` explains each; a test holds the two lists together. */
export const SETTING_NAMES = [
  "ZELTO_TARGET",
  "ZELTO_API_KEY",
  "ZELTO_BASE_URL",
  "ZELTO_DASHBOARD_URL",
  "DATA_DIR",
  "DATABASE_URL",
  "PORT",
  "HOST",
  "ALLOWED_HOSTS",
  "ACCESS_TOKEN",
  "LOG_LEVEL",
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;

/** The settings of one process. Whoever wants one asks `env()`; nothing else reads the process environment. */
export interface Env {
  readonly target: "sandbox" | "live";
  /** As set; the sandbox derives its own when null. */
  readonly apiKey: string | null;
  /** Of the live API, without a slash at the end. */
  readonly liveBaseUrl: string;
  readonly dashboardUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly allowedHosts: readonly string[];
  readonly accessToken: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly development: boolean;
}

/** A wrong setting: its name and what was expected. Never its value, which may be a secret. */
export interface EnvProblem {
  readonly name: SettingName;
  readonly expected: string;
}

const LOOPBACK_HOSTS: readonly string[] = ["127.0.0.1", "localhost", "::1", "[::1]"];
/** Ours: a shared secret shorter than this could be guessed in spite of the limit on guesses. */
const MIN_TOKEN_CHARS = 16;
const DASHBOARD_PLACEHOLDER = "{conversationId}";

const expected = {
  target: "sandbox or live",
  key: "the API key on one line, without blanks",
  baseUrl: "an https address without query or credentials (http only for this machine)",
  dashboard: `an http or https address that holds ${DASHBOARD_PLACEHOLDER}`,
  folder: "a path of a folder",
  database: "nothing: Postgres comes in a later release; leave it unset to use the built-in store",
  port: "a whole number from 1 to 65535",
  host: "an address or name to listen on, such as 127.0.0.1",
  wideHost: "127.0.0.1, or an ACCESS_TOKEN beside it: anybody who reaches the address could use the key otherwise",
  hosts: "host names with an optional port, separated by commas",
  token: `at least ${MIN_TOKEN_CHARS} characters without blanks`,
  level: LOG_LEVELS.join(", "),
} as const;

const HOST_NAME = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i;

const SettingsSchema = z.object({
  ZELTO_TARGET: z.enum(["sandbox", "live"], expected.target).optional(),
  ZELTO_API_KEY: z.string().regex(/^[\x21-\x7e]{1,500}$/, expected.key).optional(),
  ZELTO_BASE_URL: z.string().refine(isBaseUrl, expected.baseUrl).default("https://api.zelto.ai"),
  ZELTO_DASHBOARD_URL: z.string().refine(isDashboardUrl, expected.dashboard).optional(),
  DATA_DIR: z.string().refine((path) => !path.includes("\0"), expected.folder).default(".data"),
  DATABASE_URL: z.undefined(expected.database),
  PORT: z.string().regex(/^\d{1,5}$/, expected.port).transform(Number).refine((port) => port >= 1 && port <= 65_535, expected.port).default(3000),
  HOST: z.string().regex(/^[a-z0-9.:[\]-]+$/i, expected.host).default("127.0.0.1"),
  ALLOWED_HOSTS: z.string().transform(splitHosts).refine((hosts) => hosts.every((host) => HOST_NAME.test(host)), expected.hosts).default([]),
  ACCESS_TOKEN: z.string().min(MIN_TOKEN_CHARS, expected.token).regex(/^\S+$/, expected.token).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, expected.level).default("warn"),
});

/** Reads the settings from a source such as `process.env`. An empty setting counts as unset. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Result<Env, readonly EnvProblem[]> {
  const given = Object.fromEntries(SETTING_NAMES.map((name) => [name, source[name]?.trim() === "" ? undefined : source[name]?.trim()]));
  const parsed = SettingsSchema.safeParse(given);
  if (!parsed.success) return failure(problemsOf(parsed.error));
  const settings = parsed.data;
  if (!LOOPBACK_HOSTS.includes(settings.HOST) && settings.ACCESS_TOKEN === undefined) return failure([{ name: "HOST", expected: expected.wideHost }]);
  return success({
    target: settings.ZELTO_TARGET ?? (settings.ZELTO_API_KEY === undefined ? "sandbox" : "live"),
    apiKey: settings.ZELTO_API_KEY ?? null,
    liveBaseUrl: settings.ZELTO_BASE_URL.replace(/\/+$/, ""),
    dashboardUrl: settings.ZELTO_DASHBOARD_URL ?? null,
    dataDir: isAbsolute(settings.DATA_DIR) ? settings.DATA_DIR : resolve(settings.DATA_DIR),
    port: settings.PORT,
    host: settings.HOST,
    allowedHosts: settings.ALLOWED_HOSTS,
    accessToken: settings.ACCESS_TOKEN ?? null,
    logLevel: settings.LOG_LEVEL,
    development: source["NODE_ENV"] === "development",
  });
}

/** Wrong settings in the words that stop a start. */
export class EnvError extends Error {
  readonly problems: readonly EnvProblem[];

  constructor(problems: readonly EnvProblem[]) {
    super(describeEnvProblems(problems));
    this.name = "EnvError";
    this.problems = problems;
  }
}

/** One line for each wrong setting. */
export function describeEnvProblems(problems: readonly EnvProblem[]): string {
  return problems.map(({ name, expected: what }) => `${name}: expected ${what}.`).join("\n");
}

const CACHE = Symbol.for("intake.env");
// Only this file uses the symbol, so the property is what it says.
const holder = globalThis as typeof globalThis & { [CACHE]?: Env };

/** This process's settings, parsed once; Next bundles its parts apart, so the cache hangs on the process. */
export function env(): Env {
  const cached = holder[CACHE];
  if (cached) return cached;
  const read = readEnv(process.env);
  if (!read.ok) throw new EnvError(read.error);
  holder[CACHE] = read.value;
  return read.value;
}

/** Where this server reaches itself. A wildcard address is answered on loopback. */
export function ownOrigin(env: Pick<Env, "host" | "port">): string {
  const host = env.host === "0.0.0.0" || env.host === "::" || env.host === "[::]" ? "127.0.0.1" : env.host;
  return `http://${host.includes(":") && !host.startsWith("[") ? `[${host}]` : host}:${env.port}`;
}

/** The environment for a child process: this one's, with changes. Only the launcher starts children. */
export function childEnvironment(changes: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

function problemsOf(error: z.ZodError): readonly EnvProblem[] {
  const byName = new Map<SettingName, EnvProblem>();
  for (const issue of error.issues) {
    const name = SETTING_NAMES.find((candidate) => candidate === issue.path[0]);
    if (name && !byName.has(name)) byName.set(name, { name, expected: issue.message });
  }
  return [...byName.values()];
}

function splitHosts(list: string): string[] {
  return list
    .split(",")
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== "");
}

function isBaseUrl(text: string): boolean {
  const url = parseUrl(text);
  if (!url || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK_HOSTS.includes(url.hostname));
}

function isDashboardUrl(template: string): boolean {
  const url = parseUrl(template.replaceAll(/\{[A-Za-z]+\}/g, "x"));
  return template.includes(DASHBOARD_PLACEHOLDER) && (url?.protocol === "https:" || url?.protocol === "http:");
}

/** `URL.parse` came after Node 20.9, which Intake still runs on. */
function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
