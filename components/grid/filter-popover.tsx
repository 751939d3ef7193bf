"use client";

import type { RefObject } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { FacetList, type FacetId } from "./facet-list";
import type { GridState } from "./use-grid-place";

export interface FilterPopoverProps {
  readonly state: GridState;
  readonly show: readonly FacetId[];
  readonly button: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** The filters over the grid: it stays open, so that several can be set in a row. */
export function FilterPopover({ state, show, button, onClose }: FilterPopoverProps) {
  return (
    <Popover
      triggerRef={button}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      offset={4}
      placement="bottom end"
      className="w-68 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-panel border border-line bg-raised text-ink shadow-pop"
    >
      <Dialog aria-label="Filters" className="outline-none">
        <FacetList state={state} show={show} />
      </Dialog>
    </Popover>
  );
}
