import { describe, expect, it } from "vitest";
import { afterFault, afterGood, CLOSED_BREAKER, leaveToSend, probeStarted, probeVoid, type Breaker } from "@/lib/core/uploads/breaker";
import { firstPace, quickened, restarted, slowed } from "@/lib/core/uploads/pace";

const fault = (breaker: Breaker, now: number, times = 1): Breaker => Array.from({ length: times }).reduce<Breaker>((current) => afterFault(current, now), breaker);
const good = (breaker: Breaker, times = 1): Breaker => Array.from({ length: times }).reduce<Breaker>((current) => afterGood(current), breaker);

describe("the breaker", () => {
  it("lets everything go until five faults come in a row", () => {
    const four = fault(CLOSED_BREAKER, 1_000, 4);
    expect(leaveToSend(four, 1_000)).toEqual({ kind: "go" });
    expect(leaveToSend(fault(four, 2_000), 2_000)).toEqual({ kind: "wait", until: 32_000 });
  });

  it("counts faults in a row anew after a good answer", () => {
    expect(leaveToSend(fault(good(fault(CLOSED_BREAKER, 0, 4)), 0, 4), 0)).toEqual({ kind: "go" });
  });

  it("opens when half of the last twenty failed, though never five in a row", () => {
    let breaker = CLOSED_BREAKER;
    for (let pair = 0; pair < 9; pair += 1) breaker = afterFault(good(breaker), 0);
    expect(leaveToSend(afterGood(breaker), 0)).toEqual({ kind: "go" });
    expect(leaveToSend(afterFault(good(breaker), 0), 0)).toEqual({ kind: "wait", until: 30_000 });
  });

  it("sends one call after 30 s, 1, 2, 4, 5 and 5 minutes, and nothing beside it", () => {
    let breaker = fault(CLOSED_BREAKER, 0, 5);
    let now = 0;
    for (const seconds of [30, 60, 120, 240, 300, 300]) {
      expect(leaveToSend(breaker, now + seconds * 1_000 - 1)).toEqual({ kind: "wait", until: now + seconds * 1_000 });
      now += seconds * 1_000;
      expect(leaveToSend(breaker, now)).toEqual({ kind: "probe" });
      breaker = probeStarted(breaker);
      expect(leaveToSend(breaker, now + 3_600_000)).toEqual({ kind: "wait", until: null });
      breaker = afterFault(breaker, now);
    }
  });

  it("closes on the first good answer and forgets what was", () => {
    const closed = afterGood(probeStarted(fault(CLOSED_BREAKER, 0, 5)));
    expect(closed).toEqual(CLOSED_BREAKER);
  });

  it("is not moved by calls that were under way when it opened", () => {
    const open = fault(CLOSED_BREAKER, 0, 5);
    expect(fault(open, 20_000, 8)).toEqual(open);
  });

  it("lets another probe go at once where one told nothing", () => {
    expect(leaveToSend(probeVoid(probeStarted(fault(CLOSED_BREAKER, 0, 5))), 30_000)).toEqual({ kind: "probe" });
  });

  it("asks at most 20 times of a Zelto that is down for ten minutes, with eight in flight", () => {
    let breaker = CLOSED_BREAKER;
    let asked = 0;
    for (let now = 0; now < 600_000; now += 1_000) {
      // Eight go together, each answered within the second; of an open breaker one.
      const inFlight = leaveToSend(breaker, now);
      const sends = inFlight.kind === "go" ? 8 : inFlight.kind === "probe" ? 1 : 0;
      if (inFlight.kind === "probe") breaker = probeStarted(breaker);
      asked += sends;
      breaker = fault(breaker, now, sends);
    }
    expect(asked).toBeLessThanOrEqual(20);
    expect(asked).toBeGreaterThan(8);
  });
});

describe("the pace", () => {
  it("starts at eight, or at the ceiling where that is less", () => {
    expect([firstPace(32, 0).slots, firstPace(4, 0).slots, firstPace(0, 0).slots]).toEqual([8, 4, 1]);
  });

  it("climbs by one a second up to the ceiling", () => {
    let pace = firstPace(10, 0);
    for (const now of [500, 1_000, 1_500, 2_000, 3_000, 4_000]) pace = quickened(pace, now);
    expect(pace.slots).toBe(10);
    expect(quickened(firstPace(10, 0), 999).slots).toBe(8);
  });

  it("halves when asked to slow down, once for those that were let go together, and never to nothing", () => {
    const half = slowed(firstPace(32, 0), 5_000);
    expect(half.slots).toBe(4);
    expect(slowed(half, 5_400).slots).toBe(4);
    expect(slowed(slowed(slowed(half, 6_000), 7_000), 8_000).slots).toBe(1);
  });

  it("begins with one again after an outage", () => {
    expect(restarted(firstPace(32, 0), 9_000)).toMatchObject({ slots: 1, changedAt: 9_000 });
  });
});
