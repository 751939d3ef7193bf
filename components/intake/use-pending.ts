"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { PendingBatches } from "@/lib/contracts/intake";
import { forgetPending, listPending } from "@/lib/intake/pending-store";
import { useDeleteBatch } from "@/lib/queries/batches";
import { readPendingBatches } from "@/lib/queries/intake";

/** An intake of which only a part is kept so far. */
export interface PendingIntake {
  readonly id: string;
  readonly name: string;
  readonly kind: PendingBatches["batches"][number]["kind"];
  readonly stored: number;
  readonly total: number;
  /** Milliseconds. */
  readonly startedAt: number;
  /** This browser has its sources: it can go on by itself. Else the same files have to be chosen again. */
  readonly hasSources: boolean;
}

export interface Pending {
  readonly pending: readonly PendingIntake[];
  /** Deletes what was stored of it here; what is in Zelto stays. */
  readonly discard: (id: string) => void;
  /** Asks the server again: after an intake went on or was discarded. */
  readonly refresh: () => void;
}

const KEY = ["intake-pending"] as const;

/** Intakes that broke off: a closed tab, a reload, a person who ended one. */
export function usePending(): Pending {
  const client = useQueryClient();
  const query = useQuery({ queryKey: KEY, queryFn: readPending });
  const refresh = () => void client.invalidateQueries({ queryKey: KEY });
  const deletion = useDeleteBatch({ onSuccess: refresh });
  return {
    pending: query.data ?? [],
    discard: (id) => {
      void forgetPending(id);
      deletion.mutate({ batchId: id });
    },
    refresh,
  };
}

async function readPending(): Promise<readonly PendingIntake[]> {
  const [{ batches }, kept] = await Promise.all([readPendingBatches(), listPending()]);
  return batches.map(({ id, name, kind, stored, recordCount, createdAt }) => ({ id, name, kind, stored, total: recordCount, startedAt: createdAt, hasSources: kept.includes(id) }));
}
