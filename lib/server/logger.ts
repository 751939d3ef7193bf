import "server-only";
import pino from "pino";
import { env } from "./env";

/**
 * All that a log line may hold beside its event: ids, codes, sizes, durations. Payloads, transcripts, names, numbers,
 * addresses with a query, cookies and keys have no field here, so they cannot be logged.
 */
export interface LogFields {
  readonly requestId?: string;
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly code?: string;
  readonly errorName?: string;
  readonly durationMs?: number;
  readonly bytes?: number;
  readonly count?: number;
  readonly batchId?: string;
  readonly callId?: string;
  readonly uploadId?: string;
  readonly attemptId?: string;
  readonly assignmentId?: string;
  readonly targetId?: string;
  readonly outcome?: string;
}

const FIELD_NAMES: readonly (keyof LogFields)[] = [
  "requestId",
  "route",
  "method",
  "status",
  "code",
  "errorName",
  "durationMs",
  "bytes",
  "count",
  "batchId",
  "callId",
  "uploadId",
  "attemptId",
  "assignmentId",
  "targetId",
  "outcome",
];

export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** A logger that writes one JSON line an event through `write`. */
export function makeLogger(level: string, destination?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const sink = destination ? pino(options, destination) : pino(options);
  const line = (write: pino.LogFn) => (event: string, fields?: LogFields) => {
    write.call(sink, allowed(fields), event);
  };
  return { debug: line(sink.debug), info: line(sink.info), warn: line(sink.warn), error: line(sink.error) };
}

const CACHE = Symbol.for("intake.logger");
// Only this file uses the symbol, so the property is what it says.
const holder = globalThis as typeof globalThis & { [CACHE]?: Logger };

/** The process's logger, to standard output. */
export function logger(): Logger {
  const cached = holder[CACHE];
  if (cached) return cached;
  const made = makeLogger(env().logLevel);
  holder[CACHE] = made;
  return made;
}

/** The name of a thrown thing; its message may hold what nobody may read. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** Types end at run time: what is not on the list is left out again here. */
function allowed(fields: LogFields = {}): LogFields {
  return Object.fromEntries(FIELD_NAMES.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]));
}
