import { cx } from "@/components/ui/cx";
import type { RibbonSegment } from "@/lib/core/shapes/shape";

export type Role = RibbonSegment["role"];

export const ROLE_WORDS: Readonly<Record<Role, string>> = { assistant: "Assistant", user: "User", system: "System", tool: "Tool" };

const FILLS: Readonly<Record<Role, string>> = {
  assistant: "bg-role-assistant",
  user: "bg-role-user",
  system: "bg-role-system",
  tool: "border border-role-tool",
};

/** The 8 px square of a role; the tool's is hollow. Its word stands beside it. */
export function RoleDot({ role, className }: { readonly role: Role; readonly className?: string }) {
  return <span aria-hidden className={cx("inline-block size-2 shrink-0 rounded-[2px]", FILLS[role], className)} />;
}

/** Square and word, for the head of a turn and for the legend of a ribbon. */
export function RoleLabel({ role, className }: { readonly role: Role; readonly className?: string }) {
  return (
    <span className={cx("inline-flex items-center gap-1.5", className)}>
      <RoleDot role={role} />
      <span>{ROLE_WORDS[role]}</span>
    </span>
  );
}
