"use client";

import { Menu } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useRef } from "react";
import { buttonClass } from "@/components/ui/button-style";
import { cx } from "@/components/ui/cx";
import { formatCount } from "@/lib/core/format/count";
import { SETTINGS, isInPlace, mainPlaces } from "./places";
import { useShell } from "./shell-status";

const MENU_ID = "place-menu";

/** The rail behind a button, on narrow windows. The browser's own popover opens, closes and gives the focus back. */
export function PlaceMenu() {
  const menu = useRef<HTMLElement>(null);
  const path = usePathname();
  const { status } = useShell();
  const needsYou = status?.needsYou ?? 0;
  return (
    <div className="md:hidden">
      <button
        type="button"
        aria-label="Places"
        popoverTarget={MENU_ID}
        className={cx(buttonClass({ variant: "quiet", size: "default", square: true }), "hover:bg-hover")}
      >
        <Menu aria-hidden className="size-4.5" strokeWidth={1.8} />
      </button>
      <nav
        ref={menu}
        id={MENU_ID}
        popover="auto"
        aria-label="Places"
        className="inset-auto top-13 left-2 min-w-52 rounded-panel border border-line bg-raised p-1 text-ink shadow-pop md:hidden"
      >
        {[...mainPlaces(status?.target.kind === "sandbox"), SETTINGS].map((place) => (
          <Link
            key={place.href}
            href={place.href}
            prefetch={false}
            onClick={() => menu.current?.hidePopover()}
            {...(isInPlace(place, path) ? { "aria-current": "page" as const } : {})}
            className="focus-inset flex min-h-11 items-center gap-2.5 rounded-small px-3 text-body hover:bg-hover aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-text"
          >
            <place.icon aria-hidden className="size-4" strokeWidth={1.8} />
            <span className="flex-1">{place.label}</span>
            {place.href === "/calls" && needsYou > 0 ? <span className="text-small text-blocks">{formatCount(needsYou)} need you</span> : null}
          </Link>
        ))}
      </nav>
    </div>
  );
}
