import { get } from "node:http";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** Between two questions whether the server answers: short beside a start of one or two seconds. */
const ASK_EVERY_MS = 50;

/** Resolves once the server answers its health route; rejects when `signal` is aborted. */
export async function waitUntilReady(origin: string, signal: AbortSignal): Promise<void> {
  while (!(await isHealthy(origin))) await pause(ASK_EVERY_MS, undefined, { signal });
}

function isHealthy(origin: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(`${origin}/api/health`, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once("error", () => resolve(false));
  });
}

/** Whether an address can be listened on. */
export function isPortFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ host: host.replace(/^\[|\]$/g, ""), port }, () => {
      server.close(() => resolve(true));
    });
  });
}
