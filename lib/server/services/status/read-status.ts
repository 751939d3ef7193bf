import "server-only";
import type { ShellStatus } from "@/lib/contracts/status";
import type { ServerContext } from "@/lib/server/context";
import { readChange } from "@/lib/server/repositories/changes";
import { listPauses } from "@/lib/server/repositories/pauses";
import { countElsewhere, countStanding, countWaiting } from "@/lib/server/repositories/standing";

/** What the frame around every page shows. Read each second by every open page, so it only counts what moves or waits. */
export async function readStatus({ db, target, now }: Pick<ServerContext, "db" | "target" | "now">): Promise<ShellStatus> {
  const pauses: ShellStatus["pauses"] = [];
  for (const { id, scope, code, sentence, since } of await listPauses(db, target.id)) {
    pauses.push({ id, scope, code, sentence, since, waiting: await countWaiting(db, target.id, scope) });
  }
  return {
    target: { id: target.id, kind: target.kind, host: target.host, baseUrl: target.baseUrl, keyLast4: target.keyLast4, hasKey: target.hasKey },
    needsYou: await countStanding(db, ["rejected", "missing", "held"]),
    moving: await countStanding(db, ["queued", "sending", "unknown"]),
    checking: await countStanding(db, ["accepted"]),
    pauses,
    heldForOtherTarget: await countElsewhere(db, target.id),
    change: await readChange(db),
    serverTime: now(),
  };
}
