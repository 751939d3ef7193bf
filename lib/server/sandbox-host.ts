import "server-only";
import type { Sandbox } from "@/lib/sandbox/sandbox";

const KEY = Symbol.for("intake.sandbox");
// Only this file uses the symbol, so the property is what it says. It hangs on the process because Next bundles its parts apart.
const holder = globalThis as typeof globalThis & { [KEY]?: Sandbox };

/** The built-in Zelto, or null unless it is the target: its address answers 404 then. */
export function getSandbox(): Sandbox | null {
  return holder[KEY] ?? null;
}

/** Publishes the sandbox of this process; null when it has stopped. */
export function setSandbox(sandbox: Sandbox | null): void {
  if (sandbox) holder[KEY] = sandbox;
  else Reflect.deleteProperty(holder, KEY);
}
