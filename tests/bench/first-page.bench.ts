import { gzipSync } from "node:zlib";
import { report, summarise } from "./measure";

/** JavaScript that the first page asks for before anybody touches it, gzipped: the budget is 180 KB. */
export async function benchFirstPage(origin: string): Promise<void> {
  const html = await (await fetch(`${origin}/`)).text();
  // Scripts for browsers without modules are named in the page and never loaded by the others.
  const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\snomodule/i.test(tag));
  const sources = [...new Set(scripts.map((match) => match[1] ?? ""))].filter((source) => source.includes("/_next/"));
  if (sources.length === 0) throw new Error("The first page names no script: the measurement would be empty");
  const sizes = await Promise.all(sources.map(async (source) => gzipSync(Buffer.from(await (await fetch(new URL(source, origin))).arrayBuffer()), { level: 9 }).byteLength));
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  report(summarise("first-page-javascript", "KB gzipped", [kilobytes], { note: `${sources.length} files; budget 180` }));
}
