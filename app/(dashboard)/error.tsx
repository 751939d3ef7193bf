"use client";

import { PageFailure } from "@/components/shell/page-failure";
import type { PageFailureProps } from "@/components/shell/page-failure";

/** A place that broke, inside the frame. */
export default function DashboardError({ error, retry }: PageFailureProps) {
  return <PageFailure error={error} retry={retry} />;
}
