import type { TextEdit } from "@/lib/core/text/text-edit";
import type { Provider } from "@/lib/core/shapes/shape";

/** A change of the provider header; it stands in the same history as the text. */
export interface ProviderChange {
  readonly from: Provider;
  readonly to: Provider;
}

/**
 * One undoable step: text edits applied in order (each against the text left by the one before) and, perhaps, a change of
 * the provider. The history is append-only: taking a step back appends its inverse as a step of kind `undo`, taking that
 * back appends a `redo`; `of` names the step that is taken back or brought back. So one history serves every pane, and
 * nothing typed is ever gone.
 */
export interface DraftStep {
  /** Made by the page, unique: sending the same step twice changes nothing. */
  readonly id: string;
  readonly kind: "edit" | "undo" | "redo";
  readonly of?: string;
  /** For the timeline and the undo button's hint: "Turn 7 text", "Merge turn 8 up". */
  readonly label: string;
  readonly edits: readonly TextEdit[];
  readonly provider?: ProviderChange;
}
