"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";
import { formatCount } from "@/lib/core/format/count";
import { SETTINGS, isInPlace, mainPlaces } from "./places";
import type { Place } from "./places";
import { useShell } from "./shell-status";

/** The places, at the left edge from 768 px up; below that they are in the top bar's menu. */
export function Rail() {
  const { status } = useShell();
  return (
    <nav aria-label="Places" className="flex w-18 shrink-0 flex-col gap-1 border-r border-line bg-canvas px-1.5 py-2 max-md:hidden">
      {mainPlaces(status?.target.kind === "sandbox").map((place) => (
        <RailLink key={place.href} place={place} count={place.href === "/calls" ? (status?.needsYou ?? 0) : 0} />
      ))}
      <div className="mt-auto">
        <RailLink place={SETTINGS} count={0} />
      </div>
    </nav>
  );
}

function RailLink({ place, count }: { readonly place: Place; readonly count: number }) {
  const isHere = isInPlace(place, usePathname());
  const Icon = place.icon;
  return (
    <Link
      href={place.href}
      prefetch={false}
      {...(isHere ? { "aria-current": "page" as const } : {})}
      className={cx(
        "focus-inset relative flex h-12.5 w-15 flex-col items-center justify-center gap-1 rounded-panel text-micro transition-colors",
        isHere ? "bg-accent-soft text-accent-text" : "text-ink-2 hover:bg-hover hover:text-ink",
      )}
    >
      <Icon aria-hidden className="size-4.5" strokeWidth={1.8} />
      <span>{place.label}</span>
      {count === 0 ? null : (
        <span className="absolute top-0.5 right-0.5 rounded-full border border-blocks-line bg-surface px-1 text-micro leading-3.5 text-blocks">
          {formatCount(count)}
          <span className="sr-only"> need you</span>
        </span>
      )}
    </Link>
  );
}
