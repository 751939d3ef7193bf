import "server-only";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import LibsqlDatabase from "libsql";
import { makePrivateFolder } from "./make-folder";

/** Held for the life of the process that owns a data folder. */
export interface OwnerLock {
  release(): void;
}

/** Another process owns the folder. */
export class OwnedByAnother extends Error {
  constructor() {
    super("Another Intake already uses this data folder. Stop it first, or start this one with another DATA_DIR.");
    this.name = "OwnedByAnother";
  }
}

/** A start that runs beside the end of another waits this long; promised is an answer within two seconds. */
const WAIT_MS = 500;

/**
 * Takes a data folder for this process. The lock is the operating system's own, on a small database held in an open
 * exclusive transaction: it ends with its process, so an owner that was killed never blocks the next one.
 * @throws OwnedByAnother
 */
export function takeOwnership(folder: string): OwnerLock {
  makePrivateFolder(folder);
  const path = join(folder, "owner.lock");
  closeSync(openSync(path, "a", 0o600));
  const connection = new LibsqlDatabase(path, { timeout: WAIT_MS });
  try {
    // Nothing is ever written, so there is no journal for a successor to play back.
    connection.exec("pragma journal_mode = delete; begin exclusive");
  } catch (error) {
    connection.close();
    if (isBusy(error)) throw new OwnedByAnother();
    throw error;
  }
  return {
    release: () => {
      if (connection.open) connection.close();
    },
  };
}

/** Whether some process owns the folder at this moment. */
export function isOwned(folder: string): boolean {
  try {
    takeOwnership(folder).release();
    return false;
  } catch (error) {
    if (error instanceof OwnedByAnother) return true;
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("SQLITE_BUSY");
}
