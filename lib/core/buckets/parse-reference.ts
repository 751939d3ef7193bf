const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/**
 * The id inside what a person pasted: a bare UUID, or a dashboard link that ends in one or holds one. Among several the last in the
 * address wins, since links lead from the general to the particular. Null where there is none.
 */
export function parseReference(text: string): string | null {
  // The query and the fragment of a link hold filters, not the page's own object; they count only where the path has none.
  const [path = "", ...rest] = text.trim().split(/[?#]/);
  const found = path.match(UUID)?.at(-1) ?? rest.join(" ").match(UUID)?.at(-1);
  return found?.toLowerCase() ?? null;
}
