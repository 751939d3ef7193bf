import { SandboxReset } from "@/lib/sandbox/faults";
import { checkHost } from "@/lib/server/access/check-host";
import { getSandbox } from "@/lib/server/sandbox-host";

/*
 * The sandbox's API, mounted where the app's own client reaches it over HTTP. It speaks the vendor's language,
 * errors included, so it goes around define-route; its door is the Host check here and its own key.
 */

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

const MOUNT = "/api/sandbox";

function refuse(status: number, error: string): Response {
  return Response.json({ error }, { status });
}

/**
 * A response that drops the connection: Next writes its head with the first chunk, and a stream that fails before it
 * destroys the socket. Next stays silent about an error of this name.
 */
function dropConnection(): Response {
  const gone = new DOMException("The sandbox drops this connection", "AbortError");
  return new Response(new ReadableStream({ start: (controller) => controller.error(gone) }));
}

async function serve(request: Request): Promise<Response> {
  if (!checkHost(request.headers)) return refuse(403, "Forbidden");
  const sandbox = getSandbox();
  if (sandbox === null) return refuse(404, "Not found");
  try {
    return await sandbox.handle(request, new URL(request.url).pathname.slice(MOUNT.length));
  } catch (error) {
    if (error instanceof SandboxReset) return dropConnection();
    throw error;
  }
}

export const GET = serve;
export const POST = serve;
export const PUT = serve;
export const PATCH = serve;
export const DELETE = serve;
