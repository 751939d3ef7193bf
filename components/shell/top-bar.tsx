"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { Kbd } from "@/components/ui/kbd";
import { CrumbBar } from "./crumbs";
import { Logo } from "./logo";
import { usePalette } from "./palette-provider";
import { PlaceMenu } from "./place-menu";
import { TargetBadge } from "./target-badge";
import { useModKey } from "./use-mod-key";

/** Logo, crumbs, finder and target. */
export function TopBar() {
  return (
    <header className="flex h-12.25 shrink-0 items-center gap-3 border-b border-line bg-surface pr-4 max-md:gap-1 max-md:pr-3 max-md:pl-1">
      <PlaceMenu />
      <Link href="/" prefetch={false} aria-label="Intake, start page" className="flex h-full w-15 shrink-0 items-center justify-center pl-3 max-md:hidden">
        <Logo />
      </Link>
      <CrumbBar />
      <Finder />
      <TargetBadge />
    </header>
  );
}

function Finder() {
  const { open } = usePalette();
  const mod = useModKey();
  return (
    <button
      type="button"
      onClick={open}
      aria-label="Find a call or a command"
      aria-haspopup="dialog"
      className="flex h-7.5 shrink-0 items-center gap-2 rounded-field border border-line-strong bg-sunken px-2.5 text-body text-ink-3 transition-colors hover:bg-hover lg:w-62.5 max-lg:size-8 max-lg:justify-center max-lg:px-0 max-md:size-11 max-md:border-transparent max-md:bg-transparent"
    >
      <Search aria-hidden className="size-3.5 shrink-0" strokeWidth={2.2} />
      <span className="flex-1 text-left max-lg:hidden">Find a call or a command</span>
      <span className="max-lg:hidden">
        <Kbd>{mod} K</Kbd>
      </span>
    </button>
  );
}
