import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import type { BulkView, ReplaceText, Selection, StartBulkInput } from "@/lib/contracts/bulk";
import { failure, type Result } from "@/lib/core/result";
import type { ServerContext } from "@/lib/server/context";

const notYet = () => failure(appError("capability_missing", "Changes of many calls are not part of this build yet. Nothing was changed."));

/** Orders a bulk change. */
export async function startBulk(_context: ServerContext, _input: StartBulkInput): Promise<Result<BulkView, AppError>> {
  return Promise.resolve(notYet());
}

/** Stops a bulk change after the call at hand. */
export async function cancelBulk(_context: ServerContext, _id: string): Promise<Result<BulkView, AppError>> {
  return Promise.resolve(notYet());
}

/** Takes a bulk change back. */
export async function undoBulk(_context: ServerContext, _id: string): Promise<Result<BulkView, AppError>> {
  return Promise.resolve(notYet());
}

/** Brings a bulk change back. */
export async function redoBulk(_context: ServerContext, _id: string): Promise<Result<BulkView, AppError>> {
  return Promise.resolve(notYet());
}

/** Begins a dry run. */
export async function startPreview(_context: ServerContext, _input: { readonly selection: Selection; readonly act: ReplaceText }): Promise<Result<{ readonly previewId: string }, AppError>> {
  return Promise.resolve(notYet());
}
