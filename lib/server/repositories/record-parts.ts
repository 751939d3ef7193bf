import "server-only";
import type { Database } from "@/lib/server/db/database";

/** A part of a record that is too large for one chunk. */
export interface StoredPart {
  readonly batchId: string;
  readonly recordIndex: number;
  readonly part: number;
  readonly parts: number;
  /** Header of the frame as it came, JSON. */
  readonly headerJson: string;
  readonly bytes: Uint8Array;
}

/** Keeps a part; one that came again replaces the earlier. */
export async function savePart(db: Database, part: StoredPart): Promise<void> {
  const { parts, headerJson, bytes } = part;
  await db
    .insertInto("recordParts")
    .values(part)
    .onConflict((conflict) => conflict.columns(["batchId", "recordIndex", "part"]).doUpdateSet({ parts, headerJson, bytes }))
    .execute();
}

/** The parts of a record that are there, in order. */
export async function listParts(db: Database, batchId: string, recordIndex: number): Promise<readonly StoredPart[]> {
  return db.selectFrom("recordParts").selectAll().where("batchId", "=", batchId).where("recordIndex", "=", recordIndex).orderBy("part").execute();
}

/** Forgets the parts of a record: it is whole, or it turned out damaged. */
export async function deleteParts(db: Database, batchId: string, recordIndex: number): Promise<void> {
  await db.deleteFrom("recordParts").where("batchId", "=", batchId).where("recordIndex", "=", recordIndex).execute();
}
