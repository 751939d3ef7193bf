"use client";

import { PageFailure } from "@/components/shell/page-failure";
import type { PageFailureProps } from "@/components/shell/page-failure";

/** What broke outside the frame: the frame itself, or a page without it. */
export default function RootError({ error, retry }: PageFailureProps) {
  return (
    <main>
      <PageFailure error={error} retry={retry} />
    </main>
  );
}
