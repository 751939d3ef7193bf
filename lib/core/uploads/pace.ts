/** Ours: eight at a time hides the latency of a service that nobody documents a limit of. */
export const FIRST_PACE = 8;
const CLIMB_MS = 1_000;

/** How many calls may be in flight at once: up by one a second while all goes well, down to half when asked to slow down. */
export interface Pace {
  readonly slots: number;
  /** Never more than this: a setting. */
  readonly ceiling: number;
  /** When `slots` last changed, milliseconds since the epoch. */
  readonly changedAt: number;
  /** When it was last halved; null while it never was. */
  readonly slowedAt: number | null;
}

/** The pace at a start. */
export function firstPace(ceiling: number, now: number): Pace {
  return { slots: Math.min(FIRST_PACE, Math.max(1, ceiling)), ceiling: Math.max(1, ceiling), changedAt: now, slowedAt: null };
}

/** After a good answer: one more slot, if the last change is a second old. */
export function quickened(pace: Pace, now: number): Pace {
  if (pace.slots >= pace.ceiling || now - pace.changedAt < CLIMB_MS) return pace;
  return { ...pace, slots: pace.slots + 1, changedAt: now };
}

/** After a 429 or a time-out: half the slots. Several within a second count once: they were let go at the same pace. */
export function slowed(pace: Pace, now: number): Pace {
  if (pace.slowedAt !== null && now - pace.slowedAt < CLIMB_MS) return pace;
  return { ...pace, slots: Math.max(1, Math.floor(pace.slots / 2)), changedAt: now, slowedAt: now };
}

/** After the breaker closed: one slot, from which it climbs again. */
export function restarted(pace: Pace, now: number): Pace {
  return { ...pace, slots: 1, changedAt: now };
}
