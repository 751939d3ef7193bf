"use client";

import { Menu as MenuIcon } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { formatCount } from "@/lib/core/format/count";
import { SETTINGS, mainPlaces } from "./places";
import { useShell } from "./shell-status";

/** The rail as a menu, on narrow windows. */
export function PlaceMenu() {
  const { status } = useShell();
  const needsYou = status?.needsYou ?? 0;
  const places = [...mainPlaces(status?.target.kind === "sandbox"), SETTINGS];
  return (
    <div className="md:hidden">
      <Menu
        label="Places"
        placement="bottom start"
        trigger={<IconButton label="Places" icon={<MenuIcon aria-hidden className="size-4.5" strokeWidth={1.8} />} />}
        actions={places.map((place) => ({
          id: place.href,
          href: place.href,
          label: place.href === "/calls" && needsYou > 0 ? `${place.label}, ${formatCount(needsYou)} need you` : place.label,
          icon: <place.icon aria-hidden className="size-4" strokeWidth={1.8} />,
        }))}
      />
    </div>
  );
}
