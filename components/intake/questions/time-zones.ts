/** Zones by name, the viewer's own first; any other name or an offset such as +02:00 may be typed. */
export function timeZoneOptions(): readonly { readonly id: string; readonly label: string }[] {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const names = typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];
  return [own, "UTC", ...names.filter((name) => name !== own && name !== "UTC")].map((name) => ({ id: name, label: name }));
}
