import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";

/** The frame around every place. */
export default function DashboardLayout({ children }: { readonly children: ReactNode }) {
  return <Frame initialStatus={undefined}>{children}</Frame>;
}
