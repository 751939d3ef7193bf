import { FileQuestionMark } from "lucide-react";
import { Logo } from "@/components/shell/logo";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center">
      <Logo />
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
    </main>
  );
}
