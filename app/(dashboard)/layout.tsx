import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { definePage } from "@/lib/server/define-page";
import { readStatus } from "@/lib/server/services/status/read-status";

interface DashboardLayoutProps {
  readonly children: ReactNode;
}

/** The frame around every place; the status comes with the page, so that the target is on the first paint. */
export default definePage<DashboardLayoutProps>(async (context, { children }) => <Frame initialStatus={await readStatus(context)}>{children}</Frame>);
