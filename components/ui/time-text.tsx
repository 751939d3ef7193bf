"use client";

import { useSyncExternalStore } from "react";

export interface TimeTextProps {
  /** Milliseconds since the epoch, or an ISO 8601 instant. */
  readonly at: number | string;
  /** `time` 14:05:17 · `short` 21 Aug, 14:05 · `date` 21 Aug 2026 · `full` 21 Aug 2026, 14:05:17 */
  readonly show?: "time" | "short" | "date" | "full";
  readonly className?: string;
}

const FORMATS: Readonly<Record<NonNullable<TimeTextProps["show"]>, Intl.DateTimeFormatOptions>> = {
  time: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  date: { day: "numeric", month: "short", year: "numeric" },
  full: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
};

const subscribe = () => () => undefined;
/** Making a formatter takes a tenth of a millisecond: a list that scrolls through thousands of instants makes each once. */
const formatters = new Map<string, Intl.DateTimeFormat>();
let zoneOfViewer: string | undefined;
const viewersZone = () => (zoneOfViewer ??= Intl.DateTimeFormat().resolvedOptions().timeZone);
const serversZone = () => "UTC";

/** An instant in the viewer's zone, the exact UTC on hover. The server and the first paint use UTC, so that both agree. */
export function TimeText({ at, show = "short", className }: TimeTextProps) {
  const zone = useSyncExternalStore(subscribe, viewersZone, serversZone);
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return <span className={className}>{at}</span>;
  const iso = date.toISOString();
  return (
    <time dateTime={iso} title={`${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`} className={className}>
      {formatterOf(show, zone).format(date)}
    </time>
  );
}

function formatterOf(show: keyof typeof FORMATS, zone: string): Intl.DateTimeFormat {
  const key = `${show} ${zone}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", { ...FORMATS[show], timeZone: zone });
  formatters.set(key, made);
  return made;
}
