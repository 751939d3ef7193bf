/**
 * The first release of each line with the fixes of November 2026 (CVE-2026-111497: remote code execution through Brotli;
 * TLS, DNS). Other lines get no fixes any more.
 */
const FLOORS: Readonly<Record<number, readonly [number, number]>> = { 22: [23, 4], 24: [22, 1], 26: [12, 1] };

/** A sentence when this Node lacks known security fixes, else null. */
export function nodeWarning(version: string): string | null {
  const [major = 0, minor = 0, patch = 0] = version.replace(/^v/, "").split(".").map(Number);
  const floor = FLOORS[major];
  const newest = Math.max(...Object.keys(FLOORS).map(Number));
  const fixed = floor ? minor > floor[0] || (minor === floor[0] && patch >= floor[1]) : major > newest;
  return fixed ? null : `Note: Node ${version.replace(/^v/, "")} lacks known security fixes. It works; 24.22.1 or later is recommended.`;
}
