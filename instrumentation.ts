/**
 * Next calls this once before the server answers anything. The import is dynamic and guarded, so that the store and the
 * worker are loaded in the Node server alone, never in a build or another runtime.
 */
export async function register(): Promise<void> {
  // eslint-disable-next-line no-restricted-syntax -- Next writes the value in at build time; no setting is read here
  if (process.env["NEXT_RUNTIME"] === "nodejs") {
    const { startRuntime } = await import("@/lib/server/runtime");
    await startRuntime();
  }
}
