import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";

/** SQLite's words for a store that takes nothing now (https://www.sqlite.org/rescode.html). */
const UNAVAILABLE = /^SQLITE_(READONLY|IOERR|CANTOPEN|BUSY|LOCKED|CORRUPT|NOTADB|PERM|PROTOCOL)/;

/**
 * What a thrown store error means to a person, or null when it is no fault of the store's.
 * @returns `store_full` or `store_unavailable`; in both nothing of the transaction was kept.
 */
export function storeFailure(error: unknown): AppError | null {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "SQLITE_FULL" || code === "ENOSPC") {
    return appError("store_full", "Not saved. The disk that holds the data folder is full; free some space, then try again.", { retryable: true });
  }
  if (UNAVAILABLE.test(code) || code === "EROFS" || code === "EACCES") {
    return appError("store_unavailable", "Not saved. The data folder cannot be written at the moment; check its rights and its disk, then try again.", { retryable: true });
  }
  return null;
}
