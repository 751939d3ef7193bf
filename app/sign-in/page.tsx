import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/session/sign-in-form";
import { Logo } from "@/components/shell/logo";
import { returnPath } from "@/lib/contracts/return-path";
import { definePage } from "@/lib/server/define-page";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  readonly searchParams: Promise<{ readonly to?: string | string[] }>;
}

/** Stands open; the form's action compares and limits. */
export default definePage<SignInPageProps>(
  async ({ env }, { searchParams }) => {
    const { to } = await searchParams;
    const returnTo = returnPath(typeof to === "string" ? to : undefined);
    if (env.accessToken === null) redirect(returnTo);
    return (
      <main className="flex min-h-dvh flex-col items-center justify-center gap-4 p-4">
        <Logo />
        <h1 className="text-title">Sign in</h1>
        <p className="max-w-80 text-body text-ink-2">This Intake is shared. Whoever set it up knows its access token.</p>
        <SignInForm returnTo={returnTo} />
      </main>
    );
  },
  { public: true },
);
