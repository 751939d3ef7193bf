import type { GivenSource } from "./inspected-source";

/** The sources of an intake, kept in this browser until all of it is on the server. */
export interface PendingSources {
  /** The batch's. */
  readonly id: string;
  readonly sources: readonly GivenSource[];
}

const DATABASE = "intake-pending";
const STORE = "sources";
/** Ours: more would be copied for minutes and fill a small disk; such an intake asks for its files again. */
const MAX_BYTES = 200 * 1024 * 1024;
const MAX_SOURCES = 2_000;

/**
 * Keeps the sources of an intake that is being sent, so that it can go on after a reload. Best effort: where the browser keeps nothing
 * (a private window, a full disk) the files are asked for again.
 */
export async function keepPending(pending: PendingSources): Promise<void> {
  const bytes = pending.sources.reduce((sum, { content }) => sum + (typeof content === "string" ? content.length * 2 : content.size), 0);
  if (bytes > MAX_BYTES || pending.sources.length > MAX_SOURCES) return;
  await quietly((store) => store.put(pending, pending.id), "readwrite");
}

/** Forgets the sources of an intake: it is whole, or a person let go of it. */
export async function forgetPending(id: string): Promise<void> {
  await quietly((store) => store.delete(id), "readwrite");
}

/** Forgets the sources of all intakes: all data is deleted. */
export async function forgetAllPending(): Promise<void> {
  await quietly((store) => store.clear(), "readwrite");
}

/** The sources of an intake, or null where this browser has none of it. */
export async function findPending(id: string): Promise<PendingSources | null> {
  // Only this file writes there.
  return ((await quietly((store) => store.get(id), "readonly")) as PendingSources | undefined) ?? null;
}

/** Ids of the intakes of which this browser has the sources. */
export async function listPending(): Promise<readonly string[]> {
  return ((await quietly((store) => store.getAllKeys(), "readonly")) as string[] | undefined) ?? [];
}

async function quietly(act: (store: IDBObjectStore) => IDBRequest, mode: IDBTransactionMode): Promise<unknown> {
  try {
    const database = await opened();
    try {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      return await new Promise((resolve, reject) => {
        transaction.addEventListener("complete", () => resolve(request.result));
        transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("The browser kept nothing")));
      });
    } finally {
      database.close();
    }
  } catch {
    // Nothing is kept then: the page asks for the files again, which a test covers.
    return undefined;
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE));
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The browser keeps nothing")));
    request.addEventListener("blocked", () => reject(new Error("Another page holds an older form of it")));
  });
}
