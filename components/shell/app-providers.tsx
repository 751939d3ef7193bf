"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { AnnouncerProvider } from "@/components/ui/announcer";
import { NavigationProvider } from "@/components/ui/navigation";
import type { AnchorProps } from "@/components/ui/navigation";
import { ToastHost } from "@/components/ui/toast";
import type { KeyMode, Theme } from "./preferences";
import { QueryProvider } from "./query-provider";
import { ShortcutsProvider } from "./shortcuts-provider";
import { ThemeProvider } from "./theme-provider";

export interface AppProvidersProps {
  readonly theme: Theme;
  readonly keyMode: KeyMode;
  readonly children: ReactNode;
}

/** What every page stands in, the sign-in page too. Words are English, so numbers and dates are written the English way. */
export function AppProviders({ theme, keyMode, children }: AppProvidersProps) {
  const router = useRouter();
  return (
    <I18nProvider locale="en-GB">
      <NavigationProvider Anchor={NextAnchor} go={(path) => router.push(path)}>
        <ThemeProvider initial={theme}>
          <QueryProvider>
            <AnnouncerProvider>
              <ShortcutsProvider initialMode={keyMode}>{children}</ShortcutsProvider>
              <ToastHost />
            </AnnouncerProvider>
          </QueryProvider>
        </ThemeProvider>
      </NavigationProvider>
    </I18nProvider>
  );
}

/** Next's link, with the properties that an anchor and a link share. Nothing is fetched ahead: each page is made when it is asked for. */
function NextAnchor(props: AnchorProps) {
  return <Link prefetch={false} {...props} />;
}
