import type { Selection as SelectedCalls } from "@/lib/contracts/bulk";
import type { GridFilter } from "@/lib/contracts/grid";
import type { Selection } from "./selection";

/** The selection as a bulk change takes it: ids, or the filter it was made under with exceptions. */
export function selectedCalls(selection: Selection, filter: GridFilter): SelectedCalls {
  return selection.kind === "some" ? { ids: [...selection.ids] } : { filter, except: [...selection.except] };
}
