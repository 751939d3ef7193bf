import { request as httpRequest } from "node:http";
import { expect, test } from "./fixtures";

/** A request as no browser would send it, with a Host and an Origin of one's own choice. */
function raw(origin: string, options: { readonly path: string; readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }): Promise<{ status: number; headers: Readonly<Record<string, unknown>>; body: string }> {
  return new Promise((resolve, reject) => {
    const url = new URL(options.path, origin);
    const request = httpRequest(url, { method: options.method ?? "GET", headers: { ...options.headers } }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    request.once("error", reject);
    request.end(options.body);
  });
}

const PAGES = ["/", "/calls", "/buckets", "/settings", "/sandbox", "/calls/00000000-0000-4000-8000-000000000000", "/batches/00000000-0000-4000-8000-000000000000"];
const READS = ["/api/status", "/api/calls", "/api/batches", "/api/buckets", "/api/sandbox/v1/agents", "/api/sandbox/control/dials", "/api/sandbox/control/requests"];

test("a foreign Host is refused on every page and every read", async ({ intake }) => {
  for (const path of [...PAGES, ...READS]) {
    const { status, body } = await raw(intake.origin, { path, headers: { host: "evil.example" } });
    expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    expect(body).not.toContain("Bring in calls");
  }
});

test("a foreign, null or missing Origin is refused on every state change, and nothing is kept", async ({ intake }) => {
  const batch = JSON.stringify({ id: "7f000000-0000-4000-8000-000000000001", name: "x", kind: "paste", sources: [{ name: "x", byteLength: 2, sha256: "0".repeat(64), notes: [] }], recordCount: 1 });
  const writes = [
    { path: "/api/intake/batches", body: batch },
    { path: "/api/intake/batches/7f000000-0000-4000-8000-000000000001/chunks", body: "x" },
    { path: "/api/intake/batches/7f000000-0000-4000-8000-000000000001/complete", body: "{}" },
    { path: "/api/calls/7f000000-0000-4000-8000-000000000001/draft", body: "{}" },
    { path: "/api/sandbox/control/reset", body: "{}" },
  ];
  for (const { path, body } of writes) {
    for (const origin of ["https://evil.example", "null", null]) {
      const headers = { "content-type": "application/json", ...(origin === null ? {} : { origin }) };
      const answer = await raw(intake.origin, { path, method: "POST", headers, body });
      expect([path, origin, answer.status]).toEqual([path, origin, 403]);
      expect(JSON.parse(answer.body)).toMatchObject({ code: "forbidden_origin" });
    }
  }
  const kept = await raw(intake.origin, { path: "/api/batches/7f000000-0000-4000-8000-000000000001" });
  expect(kept.status).toBe(404);
});

test("every answer carries the hardened headers, and pages a nonce that changes", async ({ intake }) => {
  const nonces = new Set<string>();
  for (const path of [...PAGES, ...READS, "/nowhere"]) {
    const { headers } = await raw(intake.origin, { path });
    expect([path, headers["x-content-type-options"], headers["referrer-policy"]]).toEqual([path, "nosniff", "no-referrer"]);
    expect([path, headers["x-powered-by"]]).toEqual([path, undefined]);
    expect([path, String(headers["cache-control"]).includes("no-store")]).toEqual([path, true]);
    if (!path.startsWith("/api")) {
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(/script-src[^;]*'unsafe-inline'/.test(policy)).toBe(false);
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
      expect(nonce).toBeTruthy();
      nonces.add(nonce ?? "");
    }
  }
  expect(nonces.size).toBe(PAGES.length + 1);
});

test("unused methods are refused", async ({ intake }) => {
  for (const method of ["PUT", "DELETE", "PATCH"]) {
    const { status } = await raw(intake.origin, { path: "/api/status", method, headers: { origin: intake.origin } });
    expect([method, status]).toEqual([method, 405]);
  }
});
