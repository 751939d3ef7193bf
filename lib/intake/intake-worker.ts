import { inspectSource } from "./inspect-source";
import type { GivenSource, InspectedSource } from "./inspected-source";

/** What the page asks of the worker. */
export interface InspectRequest {
  readonly id: number;
  readonly source: GivenSource;
}

/** What the worker answers; the ids pair them. */
export interface InspectAnswer {
  readonly id: number;
  readonly inspected: InspectedSource;
}

self.addEventListener("message", ({ data }: MessageEvent<InspectRequest>) => {
  const inspected = inspectSource(data.source);
  const answer: InspectAnswer = { id: data.id, inspected };
  // Handed over, not copied: 50 MB of records would double the page's memory.
  self.postMessage(answer, { transfer: inspected.records.map(({ bytes }) => bytes.buffer) });
});
