"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useAnnounce } from "./announcer";
import { Button } from "./button";
import type { ButtonSize, ButtonVariant } from "./button-style";
import { IconButton } from "./icon-button";

export interface CopyButtonProps {
  readonly text: string | (() => string);
  /** The words on it, or its name when it is an icon: "Copy as cURL". */
  readonly label: string;
  readonly iconOnly?: boolean;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
}

type Outcome = "idle" | "copied" | "failed";

/** Copies to the clipboard and says so, in ink: a copy is no proof of anything. The mark goes when the pointer or focus leaves. */
export function CopyButton({ text, label, iconOnly = false, variant, size = "small" }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>("idle");
  const announce = useAnnounce();
  const settle = (next: Outcome) => {
    setOutcome(next);
    if (next === "copied") announce("Copied");
    if (next === "failed") announce("The browser did not allow copying. Select the text and copy it by key.", "now");
  };
  const copy = () => {
    navigator.clipboard.writeText(typeof text === "string" ? text : text()).then(
      () => settle("copied"),
      () => settle("failed"),
    );
  };
  const icon =
    outcome === "copied" ? (
      <Check aria-hidden className="size-3.5" strokeWidth={2.2} />
    ) : (
      <Copy aria-hidden className="size-3.5" strokeWidth={2.2} />
    );
  const settled = () => setOutcome("idle");
  const shared = { icon, size, onPress: copy };
  if (iconOnly) return <IconButton {...shared} onLeave={settled} label={label} tooltip={outcome === "copied" ? "Copied" : label} variant={variant ?? "quiet"} />;
  return (
    <Button {...shared} onBlur={settled} onPointerLeave={settled} variant={variant ?? "outlined"}>
      {outcome === "failed" ? "Not copied" : label}
    </Button>
  );
}
