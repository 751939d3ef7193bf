import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { guessToken } from "@/lib/server/access/guess-limiter";
import { endSession, hasSession, startSession } from "@/lib/server/access/session";
import { signIn } from "@/lib/server/services/session/sign-in";
import { openTestServer, type TestServer } from "@/tests/support/test-server";

const TOKEN = "the-right-token-of-this-intake";
const HOUR = 3_600_000;
let server: TestServer;
beforeEach(async () => {
  server = await openTestServer({ ACCESS_TOKEN: TOKEN });
});
afterEach(() => server.close());

const carrying = (cookie: { readonly name: string; readonly value: string }): Headers => new Headers({ cookie: `theme=dark; ${cookie.name}=${cookie.value}` });
const isIn = (headers: Headers): Promise<boolean> => hasSession(server.context.db, headers, server.context.now());

describe("a session", () => {
  test("is known by a cookie of which only the hash is kept", async () => {
    const cookie = await startSession(server.context.db, server.context.now(), false);
    expect(cookie).toMatchObject({ name: "intake-session", httpOnly: true, sameSite: "strict", secure: false, path: "/" });
    expect(cookie.value).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await isIn(carrying(cookie))).toBe(true);
    const rows = await server.context.db.selectFrom("sessions").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(cookie.value);
  });

  test("is bound to https and this host behind TLS", async () => {
    const cookie = await startSession(server.context.db, server.context.now(), true);
    expect(cookie).toMatchObject({ name: "__Host-intake-session", secure: true });
    expect(await isIn(carrying(cookie))).toBe(true);
  });

  test.each([new Headers(), new Headers({ cookie: "intake-session=" }), new Headers({ cookie: `intake-session=${"A".repeat(43)}` })])("does not come from nothing", async (headers) => {
    expect(await isIn(headers)).toBe(false);
  });

  test("ends after 12 hours without use, and use keeps it", async () => {
    const cookie = await startSession(server.context.db, server.context.now(), false);
    server.advance(11 * HOUR);
    expect(await isIn(carrying(cookie))).toBe(true);
    server.advance(11 * HOUR);
    expect(await isIn(carrying(cookie))).toBe(true);
    server.advance(12 * HOUR);
    expect(await isIn(carrying(cookie))).toBe(false);
  });

  test("ends after 7 days in any case", async () => {
    const cookie = await startSession(server.context.db, server.context.now(), false);
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      server.advance(6 * HOUR);
      expect(await isIn(carrying(cookie))).toBe(true);
    }
    server.advance(6 * HOUR);
    expect(await isIn(carrying(cookie))).toBe(false);
  });

  test("is killed everywhere by signing out", async () => {
    const cookie = await startSession(server.context.db, server.context.now(), false);
    await endSession(server.context.db, carrying(cookie));
    expect(await isIn(carrying(cookie))).toBe(false);
  });

  test("gets a new id at every sign-in, and the earlier one ends", async () => {
    const first = await signIn(server.context, { token: TOKEN, headers: new Headers({ origin: "http://127.0.0.1:3000" }) });
    const second = first.ok ? await signIn(server.context, { token: TOKEN, headers: carrying(first.value) }) : first;
    expect(first.ok && second.ok && first.value.value !== second.value.value).toBe(true);
    expect(first.ok && (await isIn(carrying(first.value)))).toBe(false);
    expect(second.ok && (await isIn(carrying(second.value)))).toBe(true);
  });
});

describe("guesses", () => {
  test("are compared five times in five minutes, however many come at once", async () => {
    const guesses = Array.from({ length: 1_000 }, (_, index) => guessToken(server.context.db, `guess-${index}`, { token: TOKEN, now: server.context.now() }));
    const outcomes = await Promise.all(guesses);
    expect(outcomes.filter((outcome) => outcome === "wrong")).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === "exhausted")).toHaveLength(995);
  });

  test("that are used up refuse even the right token, until five minutes have passed", async () => {
    const guess = (given: string) => guessToken(server.context.db, given, { token: TOKEN, now: server.context.now() });
    for (let count = 0; count < 5; count += 1) expect(await guess("wrong")).toBe("wrong");
    expect(await guess(TOKEN)).toBe("exhausted");
    server.advance(5 * 60_000);
    expect(await guess(TOKEN)).toBe("right");
  });

  test("are told apart for the person", async () => {
    const wrong = await signIn(server.context, { token: "wrong", headers: new Headers() });
    expect(wrong.ok ? null : wrong.error.code).toBe("unauthenticated");
    for (let count = 0; count < 4; count += 1) await signIn(server.context, { token: "wrong", headers: new Headers() });
    const exhausted = await signIn(server.context, { token: TOKEN, headers: new Headers() });
    expect(exhausted.ok ? null : exhausted.error.code).toBe("too_many_guesses");
  });
});
