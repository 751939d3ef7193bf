"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { createContext, use, useState } from "react";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { CopyButton } from "@/components/ui/copy-button";
import { cx } from "@/components/ui/cx";
import { SETTINGS, isInPlace, mainPlaces } from "./places";

export interface Crumb {
  readonly label: string;
  readonly href?: string | undefined;
  /** For ids; adds a copy button when it is the last one. */
  readonly mono?: boolean;
}

interface CrumbSlot {
  readonly element: HTMLElement | null;
  readonly setElement: (element: HTMLElement | null) => void;
}

const CrumbContext = createContext<CrumbSlot>({ element: null, setElement: () => undefined });

export function CrumbProvider({ children }: { readonly children: ReactNode }) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  return <CrumbContext value={{ element, setElement }}>{children}</CrumbContext>;
}

/** Where the crumbs stand in the top bar. Until a page brings its own, the place's name stands there, from the server on. */
export function CrumbBar() {
  const { setElement } = use(CrumbContext);
  const path = usePathname();
  const place = [...mainPlaces(true), SETTINGS].find((candidate) => isInPlace(candidate, path));
  return (
    <nav aria-label="Where you are" className="group/crumbs min-w-0 flex-1">
      <div ref={setElement} />
      {place === undefined ? null : (
        <div className="group-has-[[data-page-crumbs]]/crumbs:hidden">
          <CrumbList crumbs={[{ label: place.label }]} />
        </div>
      )}
    </nav>
  );
}

export interface PageHeaderProps {
  readonly crumbs: readonly Crumb[];
  /** The page's first heading, for those who listen; leave it out where the page shows one of its own. */
  readonly heading?: string;
}

/** Puts this page's crumbs into the top bar and its heading into the page. */
export function PageHeader({ crumbs, heading }: PageHeaderProps) {
  const { element } = use(CrumbContext);
  return (
    <>
      {heading === undefined ? null : <h1 className="sr-only">{heading}</h1>}
      {element === null
        ? null
        : createPortal(
            <div data-page-crumbs>
              <CrumbList crumbs={crumbs} />
            </div>,
            element,
          )}
    </>
  );
}

function CrumbList({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const last = crumbs.length - 1;
  return (
    <ol className="flex min-w-0 items-center gap-2 text-body">
      {crumbs.map((crumb, place) => (
        <li key={`${place} ${crumb.label}`} className={cx("flex min-w-0 items-center gap-2", place < last && "max-md:hidden")}>
          {place === 0 ? null : (
            <span aria-hidden className="text-ink-3 max-md:hidden">
              /
            </span>
          )}
          <CrumbText crumb={crumb} isLast={place === last} />
        </li>
      ))}
    </ol>
  );
}

/** Ids often begin alike and differ at their end: what does not fit is left out before that. */
const ID_TAIL = 8;

function IdText({ id }: { readonly id: string }) {
  const cut = Math.max(0, id.length - ID_TAIL);
  return (
    <>
      <span className="truncate whitespace-pre">{id.slice(0, cut)}</span>
      <span className="shrink-0 whitespace-pre">{id.slice(cut)}</span>
    </>
  );
}

function CrumbText({ crumb, isLast }: { readonly crumb: Crumb; readonly isLast: boolean }) {
  const type = crumb.mono === true ? "text-code" : "";
  if (crumb.href !== undefined && !isLast) {
    return (
      <Link href={crumb.href} prefetch={false} className={cx("truncate rounded-mark text-ink-2 hover:text-ink hover:underline", type)}>
        {crumb.label}
      </Link>
    );
  }
  return (
    <>
      <span aria-current={isLast ? "page" : undefined} title={crumb.mono === true ? crumb.label : undefined} className={cx("text-ink", isLast && "font-semibold", crumb.mono === true ? "flex min-w-0" : "truncate", type)}>
        {crumb.mono === true ? <IdText id={crumb.label} /> : crumb.label}
      </span>
      {isLast && crumb.mono === true ? (
        <span className="max-md:hidden">
          <CopyButton iconOnly label="Copy the id" text={crumb.label} />
        </span>
      ) : null}
    </>
  );
}
