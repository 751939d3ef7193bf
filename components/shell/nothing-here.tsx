import { FileQuestionMark } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** What an address that leads nowhere shows. */
export function NothingHere() {
  return (
    <div className="flex min-h-80 flex-col justify-center">
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={<FileQuestionMark aria-hidden className="size-5.5" strokeWidth={1.8} />}
        title="There is nothing at this address"
        action={
          <>
            <LinkButton href="/calls">All calls</LinkButton>
            <LinkButton href="/" variant="primary">
              Go to Intake
            </LinkButton>
          </>
        }
      >
        The call, batch or bucket may have been deleted here. What is in Zelto stays there.
      </EmptyState>
    </div>
  );
}
