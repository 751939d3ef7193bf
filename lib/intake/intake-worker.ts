import { SourceChanged } from "./chunk-intake";
import { IntakeSession } from "./intake-session";
import type { WorkerAnswer, WorkerRequest } from "./worker-messages";

const NOTHING = { value: undefined };
const sessions = new Map<number, IntakeSession>();

self.addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => {
  void answer(data).then(
    ({ value, transfer = [] }) => post({ type: "done", id: data.id, value }, transfer),
    (error: unknown) => post({ type: "failed", id: data.id, cancelled: error instanceof DOMException && error.name === "AbortError", message: error instanceof SourceChanged ? error.message : null }, []),
  );
});

async function answer({ id, session: number, call }: WorkerRequest): Promise<{ readonly value: unknown; readonly transfer?: readonly Transferable[] }> {
  const session = sessions.get(number) ?? new IntakeSession();
  sessions.set(number, session);
  switch (call.type) {
    case "add":
      session.add(call.sources);
      return NOTHING;
    case "inspect":
      return { value: await session.inspect(call.answers, (progress) => post({ type: "progress", id, progress }, [])) };
    case "cancel":
      session.cancel();
      return NOTHING;
    case "match":
      return { value: session.matchBefore(call.before) };
    case "counts":
      return { value: session.counts() };
    case "announced":
      return { value: session.announced(call.from) };
    case "begin":
      session.begin(call.stored);
      return NOTHING;
    case "next": {
      const chunk = await session.next();
      return chunk === null ? { value: null } : { value: chunk, transfer: [chunk.bytes.buffer] };
    }
    case "close":
      session.cancel();
      return { value: sessions.delete(number) };
  }
}

/** Chunks are handed over, not copied. */
function post(message: WorkerAnswer, transfer: readonly Transferable[]): void {
  self.postMessage(message, { transfer: [...transfer] });
}
