import { spawn } from "node:child_process";
import { once } from "node:events";
import { callText, openDeliveryWorld } from "../../support/delivery-world";
import { runWorker } from "@/lib/server/worker/run-worker";
import { systemClock } from "@/lib/server/clock";
import { makeLogger } from "@/lib/server/logger";

const seconds = Number(process.argv[2] ?? "10");

async function standIn(latencyMs: number) {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/bench/engine/stand-in.ts", String(latencyMs)], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { origin: `http://127.0.0.1:${line.toString().trim()}`, stop: () => child.kill() };
}

async function bare(origin: string, concurrency: number, bodies: readonly Uint8Array<ArrayBuffer>[]): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let done = 0;
  const lane = async () => {
    while (performance.now() < end) {
      const response = await fetch(`${origin}/webhooks/calls`, { method: "POST", headers: { authorization: "Bearer x", "content-type": "application/json" }, body: bodies[done % bodies.length]! });
      await response.arrayBuffer();
      done += 1;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, lane));
  return done / ((performance.now() - start) / 1_000);
}

for (const latency of [0, 25]) {
  for (const concurrency of [8, 32]) {
    const zelto = await standIn(latency);
    const bodies = Array.from({ length: 100 }, (_, i) => new TextEncoder().encode(callText(`bare-${i}`)));
    const base = await bare(zelto.origin, concurrency, bodies);
    const count = Math.ceil(base * seconds * 1.2);
    const clock = systemClock(Date.now);
    const world = await openDeliveryWorld({ baseUrl: zelto.origin, apiKey: "some-key-1234567", clock: { ...clock, advance: () => undefined } as never });
    const t0 = performance.now();
    for (let index = 0; index < count; index += 1) await world.upload(await world.takeIn(callText(`b-${index}`), { position: index }));
    const t1 = performance.now();
    const worker = runWorker({ delivery: world.delivery, clock, log: makeLogger("silent"), maxSends: concurrency });
    const start = performance.now();
    worker.wake();
    await new Promise((r) => setTimeout(r, seconds * 1_000));
    const { n } = await world.store.db.selectFrom("uploads").select(({ fn }) => fn.countAll<number>().as("n")).where("acceptedAt", "is not", null).executeTakeFirstOrThrow();
    const rate = n / ((performance.now() - start) / 1_000);
    console.log(JSON.stringify({ latency, concurrency, bare: Math.round(base), engine: Math.round(rate), ratio: +(rate / base).toFixed(2), queued: count, prepareMs: Math.round(t1 - t0) }));
    await worker.drain();
    await world.close();
    zelto.stop();
  }
}
process.exit(0);
