"use client";

import { CircleAlert } from "lucide-react";
import { buttonClass } from "@/components/ui/button-style";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export interface PageFailureProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/**
 * A page that broke: what it means for the work, a way to try again, and the number to look for in the log. Made of
 * little: it comes with every page, and stands when other code does not.
 */
export function PageFailure({ error, retry }: PageFailureProps) {
  const digest = digestOf(error);
  return (
    <div role="alert" className="flex min-h-80 flex-col justify-center">
      <h1 className="sr-only">This page could not be shown</h1>
      <EmptyState
        icon={<CircleAlert aria-hidden className="size-5.5" strokeWidth={1.8} />}
        title="This page could not be shown"
        action={
          <>
            <LinkButton href="/calls">All calls</LinkButton>
            <button type="button" onClick={retry} className={buttonClass({ variant: "primary", size: "default" })}>
              Try again
            </button>
          </>
        }
      >
        <p>This sent nothing. Calls, drafts and uploads are kept on the server.</p>
        {digest === null ? null : (
          <p className="mt-1 text-small text-ink-3">
            In the server’s log: <code className="text-code break-all">{digest}</code>
          </p>
        )}
      </EmptyState>
    </div>
  );
}

function digestOf(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
}
