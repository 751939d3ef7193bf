import * as z from "zod";
import { DEFAULT_DIALS, SandboxDialsSchema } from "./dials";
import type { SandboxDials } from "./dials";
import type { SandboxStore } from "./store";

/** Any number does; a fixed one makes two fresh sandboxes roll alike. */
const RANDOM_SEED = 20_250_106;
const ValueSchema = z.object({ value: z.string() });

function read(store: SandboxStore, name: string): unknown {
  const row = store.first(ValueSchema, "select value from meta where name = ?", name);
  return row === null ? undefined : JSON.parse(row.value);
}

function write(store: SandboxStore, name: string, value: unknown): void {
  store.run("insert into meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value", name, JSON.stringify(value));
}

/** The dials as last set; the defaults when none were set or an older version set them otherwise. */
export function readDials(store: SandboxStore): SandboxDials {
  const stored = SandboxDialsSchema.safeParse(read(store, "dials"));
  return stored.success ? stored.data : DEFAULT_DIALS;
}

/** Changes the dials that the patch names. Throws a ZodError on a value out of range: parse input before it gets here. */
export function changeDials(store: SandboxStore, patch: Partial<SandboxDials>): SandboxDials {
  const dials = SandboxDialsSchema.parse({ ...readDials(store), ...patch });
  write(store, "dials", dials);
  return dials;
}

/**
 * The next number of the sandbox's own generator (mulberry32), 0 ≤ n < 1. Its state is stored, so a run with the same
 * requests rolls the same faults, across restarts too.
 */
export function rollNext(store: SandboxStore): number {
  const state = z.number().catch(RANDOM_SEED).parse(read(store, "random"));
  const next = (state + 0x6d2b79f5) | 0;
  write(store, "random", next);
  let mixed = Math.imul(next ^ (next >>> 15), next | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

/** Whether something that strikes in this percentage of cases strikes now. Certain at 0 and at 100. */
export function strikes(store: SandboxStore, percent: number): boolean {
  return percent > 0 && rollNext(store) * 100 < percent;
}
