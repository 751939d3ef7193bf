import { fateGroup, type Fate } from "@/lib/core/uploads/fate";
import type { Readiness } from "@/lib/core/problems/readiness";
import type { UploadView } from "@/lib/contracts/activity";

/** What the bar at the foot shows: the readiness of the draft, or, while nothing was edited since, the fate of its upload. */
export interface BarState {
  readonly mark: { readonly kind: "fate"; readonly fate: Fate } | { readonly kind: "level"; readonly level: "blocks" | "loses" } | { readonly kind: "ready" };
  readonly headline: string;
  readonly sentence: string;
  /** `update` waits for an edit; `anyway` takes the dialog. */
  readonly action: "upload" | "update" | "anyway" | "refused" | "wait";
}

const ON_ITS_WAY: Partial<Record<Fate, string>> = { queued: "Queued.", sending: "On its way.", accepted: "Accepted, not yet seen." };

/** Draft and upload in one sentence. */
export function barState(readiness: Readiness, upload: UploadView | undefined, editedSince: boolean): BarState {
  const settled = upload !== undefined && !editedSince && upload.fate !== "cancelled";
  if (settled && ON_ITS_WAY[upload.fate] !== undefined) return { mark: { kind: "fate", fate: upload.fate }, headline: ON_ITS_WAY[upload.fate] ?? "", sentence: upload.sentence, action: "wait" };
  if (settled && fateGroup(upload.fate) === "in-zelto") {
    const headline = upload.fate === "matched" ? "In Zelto, and it is what you sent." : "In Zelto.";
    return { mark: { kind: "fate", fate: upload.fate }, headline, sentence: upload.fate === "matched" ? "Edit anything to prepare an update." : upload.sentence, action: "wait" };
  }
  const repeat = upload === undefined || upload.fate === "cancelled" ? "upload" : "update";
  switch (readiness.state) {
    case "refused":
    case "not-json":
      return { mark: { kind: "level", level: "blocks" }, headline: readiness.headline, sentence: readiness.sentence, action: "refused" };
    case "creates-nothing":
      return { mark: { kind: "level", level: "loses" }, headline: readiness.headline, sentence: readiness.sentence, action: "anyway" };
    case "ready-with-loss":
      return { mark: { kind: "level", level: "loses" }, headline: readiness.headline, sentence: readiness.sentence, action: repeat };
    case "ready":
      return settled
        ? { mark: { kind: "fate", fate: upload.fate }, headline: readiness.headline, sentence: upload.sentence, action: repeat }
        : { mark: { kind: "ready" }, headline: readiness.headline, sentence: readiness.sentence, action: repeat };
  }
}
