"use client";

import { useRouter } from "next/navigation";
import { useSignOut } from "@/lib/queries/settings";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";

/** Ends this session everywhere it is open. */
export function SignOutPanel() {
  const router = useRouter();
  const signOut = useSignOut({ onSuccess: () => router.push("/sign-in") });
  return (
    <Panel title="Session" label="Session">
      <Button onPress={() => signOut.mutate({})} isPending={signOut.isPending}>
        Sign out
      </Button>
    </Panel>
  );
}
