import { judgeRecord, type JudgedRecord } from "@/lib/core/judge/judge-record";
import { readTree, type ReadRecord } from "@/lib/core/judge/read-record";
import { openRecord } from "@/lib/core/records/open-record";
import type { PlacedRecord } from "@/lib/core/records/split-event";
import type { Answers } from "@/lib/core/shapes/answers";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { GivenSource } from "@/lib/intake/inspected-source";
import { sourceItems } from "@/lib/intake/sources/source-items";
import { badRecord, walkEntry } from "@/lib/intake/walk-entry";

/** A record with everything that is known of it, or why there is none. */
export type WalkedRecord =
  | { readonly kind: "record"; readonly source: string; readonly path: string; readonly root: JsonNode; readonly read: ReadRecord; readonly judged: JudgedRecord }
  | { readonly kind: "unreadable"; readonly source: string; readonly path: string; readonly message: string };

/** Reads a source to its end, a record at a time, with the very code of the intake page. */
export async function* walkRecords(given: GivenSource, answers: Answers): AsyncGenerator<WalkedRecord> {
  for await (const item of sourceItems(given)) {
    if (item.kind === "aside") continue;
    if (item.kind === "refused") {
      yield { kind: "unreadable", source: item.name, path: "", message: item.message };
      continue;
    }
    for await (const events of walkEntry(item, { answers, onBytes: () => undefined })) {
      for (const event of events) {
        if (event.type === "record") yield* opened(item.name, event.record, answers);
        else if (event.type === "unreadable") yield { kind: "unreadable", source: item.name, path: event.record.path, message: event.record.message };
        else yield { kind: "unreadable", source: item.name, path: "", message: event.failure.message };
      }
    }
  }
}

function* opened(source: string, candidate: PlacedRecord, answers: Answers): Generator<WalkedRecord> {
  for (const one of openRecord(candidate, answers)) {
    if (!one.ok) {
      const { path, message } = badRecord(source, one.bad);
      yield { kind: "unreadable", source, path, message };
      continue;
    }
    const read = readTree(one.record.text, one, answers);
    yield { kind: "record", source, path: one.record.path, root: one.tree.root, read, judged: judgeRecord(read) };
  }
}
