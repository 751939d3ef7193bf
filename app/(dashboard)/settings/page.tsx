import type { Metadata } from "next";
import { SettingsPlace } from "@/components/settings/settings-place";
import { definePage } from "@/lib/server/define-page";

export const metadata: Metadata = { title: "Settings" };

export default definePage(({ env, target }) => (
  <SettingsPlace
    target={{ kind: target.kind, baseUrl: target.baseUrl, keyLast4: target.keyLast4, hasKey: target.hasKey }}
    hasSession={env.accessToken !== null}
  />
));
