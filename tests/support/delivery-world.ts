import { randomUUID } from "node:crypto";
import { summarizeCall } from "@/lib/core/call-ingest/summarize-call";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import type { Provider } from "@/lib/core/shapes/shape";
import { sha256Hex, utf8 } from "@/lib/core/text/fingerprint";
import { parseJson } from "@/lib/core/text/scan-json";
import { makeLogger } from "@/lib/server/logger";
import { insertBatch } from "@/lib/server/repositories/batches";
import { findCall, insertCall, type StoredCall } from "@/lib/server/repositories/calls";
import { findDraft, insertDraft, replaceDraft } from "@/lib/server/repositories/drafts";
import { saveTarget } from "@/lib/server/repositories/targets";
import { listUploadsOfCall, type StoredUpload } from "@/lib/server/repositories/uploads";
import type { DeliveryContext } from "@/lib/server/services/delivery-context";
import { endPausesByStart } from "@/lib/server/services/queue/pauses";
import { holdWorkOfOtherTargets } from "@/lib/server/services/queue/held-work";
import { recoverWork } from "@/lib/server/services/queue/recover-work";
import { uploadCall } from "@/lib/server/services/uploads/upload-call";
import { runWorker, type Worker } from "@/lib/server/worker/run-worker";
import { openZeltoClient } from "@/lib/server/zelto/client";
import { openTransport } from "@/lib/server/zelto/transport";
import { fakeClock, type FakeClock } from "./fake-clock";
import { openTestStore, type TestStore } from "./test-store";
import { waitFor } from "./wait-for";

export interface DeliveryWorldOptions {
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly targetId?: string;
  readonly clock?: FakeClock;
  /** A store that another world uses too: the same data folder under another target. */
  readonly store?: TestStore;
  /** Of the transport; a real one, since sockets know no fake clock. */
  readonly timeoutMs?: number;
}

export interface DeliveryWorld {
  readonly store: TestStore;
  readonly clock: FakeClock;
  readonly delivery: DeliveryContext;
  /** Starts the worker as a server start does. Several starts are several lives of the process. */
  start(): Promise<Worker>;
  takeIn(text: string, options?: { readonly provider?: Provider; readonly batchId?: string; readonly position?: number }): Promise<string>;
  rewrite(callId: string, text: string): Promise<void>;
  upload(callId: string, options?: { readonly sendAnyway?: boolean; readonly bucketId?: string | null }): Promise<string>;
  call(callId: string): Promise<StoredCall>;
  latest(callId: string): Promise<StoredUpload>;
  /** Waits until the call's newest upload stands at this fate. */
  until(callId: string, fate: StoredUpload["fate"]): Promise<StoredUpload>;
  close(): Promise<void>;
}

/** The services and the worker over a real store and a real connection, with a clock turned by hand. */
export async function openDeliveryWorld(options: DeliveryWorldOptions): Promise<DeliveryWorld> {
  const clock = options.clock ?? fakeClock();
  const store = options.store ?? (await openTestStore(clock.now));
  const workers: Worker[] = [];
  const transport = openTransport({ baseUrl: options.baseUrl, apiKey: options.apiKey, ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }) });
  const targetId = options.targetId ?? "target-one";
  const delivery: DeliveryContext = {
    db: store.db,
    now: clock.now,
    newId: randomUUID,
    target: {
      id: targetId,
      kind: "sandbox",
      baseUrl: options.baseUrl,
      host: new URL(options.baseUrl).host,
      keyFingerprint: targetId,
      keyLast4: options.apiKey?.slice(-4) ?? null,
      hasKey: options.apiKey !== null,
    },
    zelto: openZeltoClient(transport),
    wake: () => {
      for (const worker of workers) worker.wake();
    },
    dashboardUrl: null,
  };
  await saveTarget(store.db, { id: targetId, kind: "sandbox", origin: options.baseUrl, keyFingerprint: targetId, keyLast4: null, createdAt: clock.now() });
  const latest = async (callId: string): Promise<StoredUpload> => (await listUploadsOfCall(store.db, callId))[0]!;
  return {
    store,
    clock,
    delivery,
    latest,
    start: async () => {
      await recoverWork(delivery);
      await holdWorkOfOtherTargets(delivery);
      await endPausesByStart(delivery);
      const worker = runWorker({ delivery, clock, log: makeLogger("silent") });
      workers.push(worker);
      worker.wake();
      return worker;
    },
    takeIn: (text, place = {}) => takeIn(delivery, text, place),
    rewrite: async (callId, text) => {
      const draft = (await findDraft(store.db, callId))!;
      await replaceDraft(store.db, { ...draft, bytes: utf8(text), revision: draft.revision + 1 }, draft.revision);
    },
    upload: async (callId, wish = {}) => {
      const { revision } = (await findDraft(store.db, callId))!;
      const result = await uploadCall(delivery, { callId, revision, sendAnyway: wish.sendAnyway ?? false, bucketId: wish.bucketId ?? null });
      if (!result.ok) throw new Error(`Not queued: ${result.error.code}: ${result.error.message}`);
      return result.value.uploadId;
    },
    call: async (callId) => (await findCall(store.db, callId))!,
    until: (callId, fate) =>
      waitFor(`call ${callId} to be ${fate}`, async () => {
        const upload = await latest(callId);
        return upload.fate === fate ? upload : null;
      }),
    close: async () => {
      const drained = Promise.all(workers.map((worker) => worker.drain()));
      await drained;
      if (options.store === undefined) store.close();
    },
  };
}

async function takeIn(delivery: DeliveryContext, text: string, place: { readonly provider?: Provider; readonly batchId?: string; readonly position?: number }): Promise<string> {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(`The test's own text is not JSON: ${parsed.error.message}`);
  const detection = detectShape(parsed.value.root);
  const { externalId, agentExternalId, agentId, agentName, turnCount, durationSeconds, opening, ribbon } = summarizeCall(parsed.value.root, detection.shape);
  const callId = randomUUID();
  const batchId = place.batchId ?? randomUUID();
  const sourceId = randomUUID();
  const at = delivery.now();
  const provider = place.provider ?? detection.provider;
  const bytes = utf8(text);
  const source = { id: sourceId, batchId, ordinal: place.position ?? 0, name: "Pasted", byteLength: bytes.byteLength, sha256: sha256Hex(bytes), notes: [] };
  await delivery.db.transaction().execute(async (trx) => {
    if (place.position === undefined || place.position === 0) {
      await insertBatch(trx, { id: batchId, name: "Pasted", kind: "paste", recordCount: 1, complete: true, createdAt: at }, [source]);
    } else {
      await trx.insertInto("sources").values({ id: sourceId, batchId, ordinal: place.position, name: "Pasted", byteLength: bytes.byteLength, sha256: source.sha256, notesJson: "[]" }).execute();
    }
    const call: StoredCall = {
      ...{ id: callId, batchId, sourceId, position: place.position ?? 0, sourcePath: "", sourceLine: null, sourceNotes: [], detection, provider, originalSha256: source.sha256 },
      ...{ sourceShape: detection.shape, receipt: { carried: 0, changed: 0, dropped: 0 } },
      facts: { externalId, agentExternalId, agentId, agentName, turnCount, durationSeconds, startedAt: null, opening, ribbon },
      ...{ problems: { blocks: 0, loses: 0, odd: 0, losesAll: false }, fate: "draft", reason: null, editedSince: false, latestUploadId: null, conversationId: null, excluded: false, plannedBucketId: null },
      ...{ createdAt: at, lastNewsAt: at },
    };
    await insertCall(trx, call, bytes);
    await insertDraft(trx, { callId, bytes, provider, revision: 0, savedAt: at });
  });
  return callId;
}

/** A canonical call's text; two turns unless said. */
export function callText(externalId: string, changes: { readonly agentId?: string; readonly turns?: readonly string[]; readonly extra?: Readonly<Record<string, unknown>> } = {}): string {
  const turns = (changes.turns ?? ["Good morning.", "Hello, I need an appointment."]).map((content, index) => ({ role: index % 2 === 0 ? "assistant" : "user", content }));
  const agent = changes.agentId === undefined ? { agent: { externalId: "booking-bot" } } : { agentId: changes.agentId };
  return JSON.stringify({ ...agent, call: { externalId }, ...(turns.length === 0 ? {} : { transcript: { turns } }), ...changes.extra }, null, 2);
}
