import "server-only";
import { targetKey } from "@/lib/server/active-target";
import type { ServerContext } from "@/lib/server/context";
import { openZeltoClient, type ZeltoClient } from "./client";
import { openTransport } from "./transport";

/** The client of the target in use. The key goes from the settings into the transport's header and nowhere else. */
export function activeZelto(context: ServerContext): ZeltoClient {
  return openZeltoClient(openTransport({ baseUrl: context.target.baseUrl, apiKey: targetKey(context.env, context.secret) }));
}
