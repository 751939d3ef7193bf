import "server-only";
import { BulkActSchema, type BulkAct } from "@/lib/contracts/bulk";
import type { StoredCause } from "@/lib/server/repositories/call-problems";
import type { StoredBulkChange } from "@/lib/server/repositories/bulk-changes";
import type { StoredBucket } from "@/lib/server/repositories/buckets";

/** A draft step's label and a toast have room for so much. */
const MAX_LABEL = 200;

/** What a kept bulk change does. */
export function actOf(change: StoredBulkChange): BulkAct {
  return BulkActSchema.parse(change.act);
}

/** What a bulk change is called: in the toast, in the list, and in the history of each draft. */
export function labelOf(act: BulkAct, known: { readonly cause: StoredCause | null; readonly bucket: StoredBucket | null }): string {
  const label = words(act, known);
  return label.length <= MAX_LABEL ? label : `${label.slice(0, MAX_LABEL - 1).toWellFormed()}…`;
}

function words(act: BulkAct, known: { readonly cause: StoredCause | null; readonly bucket: StoredBucket | null }): string {
  switch (act.kind) {
    case "set-agent":
      return `Set the agent to ${act.externalId}`;
    case "set-version":
      return setOrTake("version", act.version);
    case "set-customer-number":
      return setOrTake("customer's number", act.number);
    case "set-customer-name":
      return setOrTake("customer's name", act.name);
    case "set-metadata":
      return setOrTake(`metadata “${act.key}”`, act.value, "");
    case "set-external-id":
      return `Set the external ID to ${act.externalId}`;
    case "set-bucket":
      return act.bucketId === null ? "Choose no bucket" : `Choose the bucket ${known.bucket?.name ?? act.bucketId}`;
    case "replace-text":
      return act.replace === "" ? `Take out “${act.find}”` : `Replace “${act.find}” by “${act.replace}”`;
    case "derive-version":
      return "Derive the version from the prompt";
    case "fix":
      return known.cause?.fix?.label ?? "Fix";
    case "exclude":
      return "Exclude";
    case "restore":
      return "Take back in";
    case "delete":
      return "Delete";
  }
}

function setOrTake(what: string, value: string | null, article = "the "): string {
  return value === null ? `Take ${article}${what} away` : `Set ${article}${what} to ${value}`;
}
