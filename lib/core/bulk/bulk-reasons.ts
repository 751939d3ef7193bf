/** Why a call was not changed by a bulk change, and the sentence for people. Nothing of such a call was touched. */
export const BULK_REASON_SENTENCES = {
  "being-sent": "On its way to Zelto at that moment.",
  "edited-meanwhile": "Edited while this change ran.",
  "edited-since": "Edited since in the same place, so that was kept.",
  native: "A provider's own body, sent unchanged. Edit it as canonical first.",
  "not-json": "Not valid JSON yet.",
  "unknown-shape": "Not a shape that Zelto reads. Open it first.",
  "in-the-way": "Another kind of value stands in that place.",
  "no-prompt": "Has no system prompt.",
  "no-such-problem": "Does not have this problem any more.",
  "no-fix": "The fix does not apply to it.",
  "other-agent": "Belongs to another agent than the bucket.",
  "too-large": "Would be larger than 8 MB.",
  gone: "Deleted meanwhile.",
  fault: "Could not be changed. Try it once more.",
} as const;

export type BulkReason = keyof typeof BULK_REASON_SENTENCES;

/** Every reason, in the order of the table. */
export const BULK_REASONS = Object.keys(BULK_REASON_SENTENCES) as [BulkReason, ...BulkReason[]]; // the table is not empty
