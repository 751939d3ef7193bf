"use client";

import { createContext, use } from "react";
import type { ComponentProps, ComponentType, MouseEventHandler, ReactNode } from "react";

/** What a link of this folder is given: an anchor's properties with an address. */
export interface AnchorProps extends Omit<ComponentProps<"a">, "href" | "onClick" | "onMouseEnter" | "onTouchStart"> {
  readonly href: string;
  readonly onClick?: MouseEventHandler<HTMLAnchorElement>;
}

interface Navigation {
  readonly Anchor: ComponentType<AnchorProps>;
  readonly go: (path: string) => void;
}

const NavigationContext = createContext<Navigation>({
  Anchor: ({ children, ...rest }) => <a {...rest}>{children}</a>,
  go: (path) => window.location.assign(path),
});

export interface NavigationProviderProps extends Navigation {
  readonly children: ReactNode;
}

/** Tells the links of this folder how the application moves between pages; without it they are plain anchors. */
export function NavigationProvider({ Anchor, go, children }: NavigationProviderProps) {
  return <NavigationContext value={{ Anchor, go }}>{children}</NavigationContext>;
}

/** A link inside the application, or out of it. */
export function AppLink(props: AnchorProps) {
  const { Anchor } = use(NavigationContext);
  return <Anchor {...props} />;
}

/** Goes to a page from an event handler. */
export function useGo(): (path: string) => void {
  return use(NavigationContext).go;
}
