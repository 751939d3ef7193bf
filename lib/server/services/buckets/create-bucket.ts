import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import { recordRead } from "../connection/capabilities";
import type { DeliveryContext } from "../delivery-context";
import { keepBuckets } from "./refresh-catalogue";

/** Creates a bucket of an agent in Zelto. @returns `capability_missing`, and the failures of the write. */
export async function createBucket(context: DeliveryContext, input: { readonly agentId: string; readonly name: string }): Promise<Result<{ readonly bucketId: string }, AppError>> {
  const created = await recordRead(context, "createBucket", await context.zelto.createBucket(input));
  if (created.kind === "missing") {
    return failure(appError("capability_missing", `This Zelto does not let buckets be created from here (${created.status}). Nothing was created; make it in Zelto and paste its id.`));
  }
  if (created.kind === "failed") return failure(created.error);
  await keepBuckets(context, [{ ...created.value, agentId: created.value.agentId ?? input.agentId }]);
  return success({ bucketId: created.value.id });
}
