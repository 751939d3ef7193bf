import type { Metadata } from "next";
import { Logo } from "@/components/shell/logo";
import { NothingHere } from "@/components/shell/nothing-here";

export const metadata: Metadata = { title: "Not found" };

/** An address outside every place. It shows nothing of the target, since it answers strangers too. */
export default function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center">
      <Logo />
      <NothingHere />
    </main>
  );
}
