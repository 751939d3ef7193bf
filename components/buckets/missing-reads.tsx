"use client";

import { Info } from "lucide-react";
import type { BucketBoard } from "@/lib/contracts/buckets";
import { useCheckAgain, useRefreshBoard } from "@/lib/queries/buckets";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** What Zelto does not tell this key, in plain sentences, and what works all the same. */
export function MissingReads({ board }: { readonly board: BucketBoard }) {
  const check = useCheckAgain();
  const refresh = useRefreshBoard();
  const sentences = board.capabilities.filter(({ state }) => state === "missing").flatMap(({ sentence }) => (sentence === null ? [] : [sentence]));
  if (sentences.length === 0 && board.failure === null) return null;
  const again = (
    <Button size="small" isPending={check.isPending} onPress={() => check.mutate({}, { onSuccess: () => void refresh() })}>
      Check again
    </Button>
  );
  return (
    <Notice icon={<Info aria-hidden className="size-4" />} tone={board.failure === null ? "info" : "loses"} role="status" actions={again}>
      {[...(board.failure === null ? [] : [board.failure]), ...sentences].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
