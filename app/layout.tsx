import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { AppProviders } from "@/components/shell/app-providers";
import { KEYS_COOKIE, THEME_COOKIE, readKeyMode, readTheme } from "@/components/shell/preferences";
import { cx } from "@/components/ui/cx";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Intake", template: "%s · Intake" },
  description: "Gets calls and chats into Zelto by hand, and shows proof that they landed.",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f5f4f2" },
    { media: "(prefers-color-scheme: dark)", color: "#111010" },
  ],
};

/** The theme is read on the server, so that the first paint has it already. Reading it makes every page dynamic, as nonces need. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const theme = readTheme(jar.get(THEME_COOKIE)?.value);
  const nonce = head.get("x-nonce");
  return (
    <html lang="en" data-theme={theme} className={cx(GeistSans.variable, GeistMono.variable)}>
      {/* React Aria reads the nonce here for the one style element that it adds in the browser. */}
      <head>{nonce === null ? null : <meta property="csp-nonce" nonce={nonce} />}</head>
      <body>
        <AppProviders theme={theme} keyMode={readKeyMode(jar.get(KEYS_COOKIE)?.value)}>
          {children}
        </AppProviders>
      </body>
    </html>
  );
}
