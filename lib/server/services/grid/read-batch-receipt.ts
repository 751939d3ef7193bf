import "server-only";
import { MAX_RECEIPT_GROUPS, type BatchReceipt } from "@/lib/contracts/batch-receipt";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import type { ServerContext } from "@/lib/server/context";
import { findBatch } from "@/lib/server/repositories/batches";
import { listReceiptGroups } from "@/lib/server/repositories/receipt-groups";

/** What became of the values of a batch's sources, grouped by place and reason, or `not_found`. */
export async function readBatchReceipt({ db }: Pick<ServerContext, "db">, batchId: string): Promise<Result<BatchReceipt, AppError>> {
  if (!(await findBatch(db, batchId))) return failure(appError("not_found", "There is no such batch. It may have been deleted."));
  return success({ groups: [...(await listReceiptGroups(db, batchId, MAX_RECEIPT_GROUPS))] });
}
