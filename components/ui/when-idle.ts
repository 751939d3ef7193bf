/** Ours: a page that is never idle still gets its code. */
const LATEST_MS = 3_000;

/** Runs something once the browser has nothing else to do; Safari has no such call and takes a moment's wait instead. */
export function whenIdle(run: () => void): { readonly cancel: () => void } {
  if (typeof window.requestIdleCallback !== "function") {
    const timer = window.setTimeout(run, 200);
    return { cancel: () => window.clearTimeout(timer) };
  }
  const handle = window.requestIdleCallback(run, { timeout: LATEST_MS });
  return { cancel: () => window.cancelIdleCallback(handle) };
}
