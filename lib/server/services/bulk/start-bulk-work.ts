import "server-only";
import type { ServerContext } from "@/lib/server/context";
import { errorName, logger } from "@/lib/server/logger";
import { forgetGoneCalls } from "@/lib/server/repositories/grid-rows";
import { freshIndex } from "@/lib/server/services/grid/fresh-index";
import { bulkRunner } from "./bulk-runner";

/**
 * What a server start does for grids and bulk changes: a change that an earlier process left open goes on, and the calls are read
 * so that the first grid is not waited for. Answers how to end it.
 */
export async function startBulkWork(server: ServerContext): Promise<{ readonly stop: () => Promise<void> }> {
  // No list of calls is held yet that would have to learn of them.
  await forgetGoneCalls(server.db);
  const runner = bulkRunner(server);
  runner.wake();
  const warm = freshIndex(server).then(
    () => undefined,
    (error: unknown) => {
      // The first grid reads the calls itself then, and says what is wrong.
      logger().error("calls not read ahead", { errorName: errorName(error) });
    },
  );
  return {
    stop: async () => {
      await Promise.all([runner.stop(), warm]);
    },
  };
}
