"use client";

import { THEMES, type Theme } from "@/components/shell/preferences";
import { useTheme } from "@/components/shell/theme-provider";
import { Panel } from "@/components/ui/panel";
import { RadioGroup } from "@/components/ui/radio-group";

const WORDS: Readonly<Record<Theme, string>> = { system: "As the system", light: "Light", dark: "Dark" };
const OPTIONS = THEMES.map((id) => ({ id, label: WORDS[id] }));

/** Light, dark, or as the device has it; kept on this device. */
export function AppearancePanel() {
  const { theme, setTheme } = useTheme();
  return (
    <Panel title="Appearance" label="Appearance">
      <RadioGroup label="Appearance" labelHidden options={OPTIONS} value={theme} onChange={setTheme} orientation="horizontal" />
    </Panel>
  );
}
