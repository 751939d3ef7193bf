import * as z from "zod";

export const RECEIPT_KINDS = ["changed", "dropped", "carried"] as const;

/** Values of one kind of place that met the same end for the same reason. */
export const BatchReceiptGroupSchema = z.strictObject({
  kind: z.enum(RECEIPT_KINDS),
  /** Every item of a list is `[]`. */
  from: z.string(),
  /** Empty for what was dropped. */
  to: z.string(),
  /** Empty for what was carried. */
  reason: z.string(),
  leaves: z.int(),
  calls: z.int(),
});
export type BatchReceiptGroup = z.infer<typeof BatchReceiptGroupSchema>;

/** Of each kind the groups with the most values. */
export const MAX_RECEIPT_GROUPS = 100;

/** What became of the values of a batch's sources, as they were taken in. */
export const BatchReceiptSchema = z.strictObject({ groups: z.array(BatchReceiptGroupSchema).max(3 * MAX_RECEIPT_GROUPS) });
export type BatchReceipt = z.infer<typeof BatchReceiptSchema>;
