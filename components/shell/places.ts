import { FlaskConical, FolderOpen, Inbox, PhoneCall, Settings } from "lucide-react";
import type { LucideIcon } from "lucide-react";

export interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Other paths that belong to this place. */
  readonly also?: string;
}

const INTAKE: Place = { href: "/", label: "Intake", icon: Inbox };
const CALLS: Place = { href: "/calls", label: "Calls", icon: PhoneCall, also: "/batches" };
const BUCKETS: Place = { href: "/buckets", label: "Buckets", icon: FolderOpen };
const SANDBOX: Place = { href: "/sandbox", label: "Sandbox", icon: FlaskConical };
export const SETTINGS: Place = { href: "/settings", label: "Settings", icon: Settings };

/** The places in the order of the rail; Sandbox only while it is the target, Settings at the foot. */
export function mainPlaces(isSandbox: boolean): readonly Place[] {
  return isSandbox ? [INTAKE, CALLS, BUCKETS, SANDBOX] : [INTAKE, CALLS, BUCKETS];
}

/** Whether a path lies in a place. */
export function isInPlace(place: Place, path: string): boolean {
  if (place.href === "/") return path === "/";
  return [place.href, place.also].some((start) => start !== undefined && (path === start || path.startsWith(`${start}/`)));
}
