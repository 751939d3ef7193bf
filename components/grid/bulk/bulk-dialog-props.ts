import type { GridState } from "../use-grid-place";
import type { BulkKind } from "./bulk-kind";
import type { Bulk } from "./use-bulk";

/** What every window of a bulk change is given. */
export interface BulkDialogProps {
  readonly kind: BulkKind;
  readonly state: GridState;
  readonly bulk: Bulk;
  /** Calls that are selected. */
  readonly count: number;
  readonly onClose: () => void;
}
