import { randomUUID } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { BulkAct } from "@/lib/contracts/bulk";
import { GRID_SORTS, GridFilterSchema, GridWindowQuerySchema } from "@/lib/contracts/grid";
import { bulkRunner } from "@/lib/server/services/bulk/bulk-runner";
import { readBulk } from "@/lib/server/services/bulk/bulk-view";
import { startBulk } from "@/lib/server/services/bulk/order-bulk";
import { readFacets } from "@/lib/server/services/grid/read-facets";
import { readProblemGroups } from "@/lib/server/services/grid/read-problem-groups";
import { readWindow } from "@/lib/server/services/grid/read-window";
import { openTestServer, type TestServer } from "../support/test-server";
import { modelTexts, seedBatch } from "./grid-seed";
import { report, summarise } from "./measure";

const FILTERS = [{}, { group: "needs-you" }, { agent: "agent-3" }, { level: "any" }, { duplicates: "in-batch" }, { excluded: "without" }, { search: "appointment" }, { search: "zz" }] as const;

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

/** Every window, facet and group of a batch, in every sort and under every filter; the budget of each is 100 ms. */
async function benchReads({ context }: TestServer, batchId: string, calls: number): Promise<void> {
  const window = (query: object) => () => readWindow(context, GridWindowQuerySchema.parse({ batchId, limit: 200, ...query }));
  report(summarise(`grid/${calls}/first-reading`, "ms", [await timed(window({}))], { note: "once in a process's life, ahead of the first grid" }));
  const first: number[] = [];
  const again: number[] = [];
  for (const sort of GRID_SORTS) {
    for (const direction of ["asc", "desc"]) {
      first.push(await timed(window({ sort, direction, offset: Math.floor(calls / 2) })));
      again.push(await timed(window({ sort, direction, offset: Math.floor(calls / 3) })));
    }
  }
  report(summarise(`grid/${calls}/window-in-a-new-sort`, "ms", first, { note: "budget 100" }));
  report(summarise(`grid/${calls}/window-after-a-jump`, "ms", again, { note: "budget 100" }));
  const answers = { window: [] as number[], facets: [] as number[], groups: [] as number[] };
  for (const filter of FILTERS) {
    const parsed = GridFilterSchema.parse({ batchId, ...filter });
    answers.window.push(await timed(window({ ...filter, sort: "externalId" })));
    answers.facets.push(await timed(() => readFacets(context, parsed)));
    answers.groups.push(await timed(() => readProblemGroups(context, parsed)));
  }
  for (const [name, samples] of Object.entries(answers)) report(summarise(`grid/${calls}/${name}-under-a-filter`, "ms", samples, { note: "budget 100" }));
}

/** A change of all calls: its rate, and how long anything else waits while it runs. */
async function benchBulk({ context }: TestServer, batchId: string, act: BulkAct): Promise<void> {
  const id = randomUUID();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  await startBulk(context, { id, selection: { filter: { batchId }, except: [] }, act });
  for (;;) {
    await bulkRunner(context).settled(200);
    const view = await readBulk(context, id);
    if (!view.ok || view.value.canCancel) continue;
    delay.disable();
    const seconds = (performance.now() - start) / 1_000;
    report(summarise(`bulk/${act.kind}/rate`, "calls/s", [view.value.processed / seconds], { note: `${view.value.processed} calls, ${view.value.counts.done} changed` }));
    report(summarise(`bulk/${act.kind}/event-loop-delay`, "ms", [delay.percentile(50) / 1e6, delay.percentile(99) / 1e6, delay.max / 1e6], { note: "p50, p99 and longest; budget 100" }));
    return;
  }
}

/** The grid over that many calls of 20 turns, and changes of all of them. */
export async function benchGrid(calls: number): Promise<void> {
  const server = await openTestServer();
  try {
    const batchId = await seedBatch(server, calls, modelTexts(Math.min(200, calls)));
    await benchReads(server, batchId, calls);
    const acts: readonly BulkAct[] = [
      { kind: "exclude" },
      { kind: "restore" },
      { kind: "set-agent", externalId: "sales", name: null },
      { kind: "replace-text", find: "Thursday", replace: "Friday", matchCase: false, wholeWord: true },
      { kind: "derive-version" },
      { kind: "set-metadata", key: "reviewed", value: "yes" },
    ];
    for (const act of acts) await benchBulk(server, batchId, act);
    const { groups } = await readProblemGroups(server.context, { batchId });
    if (groups[0]) await benchBulk(server, batchId, { kind: "fix", cause: groups[0].cause });
    await benchBulk(server, batchId, { kind: "delete" });
  } finally {
    await bulkRunner(server.context).stop();
    server.close();
  }
}
