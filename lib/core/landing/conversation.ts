/** A conversation as Zelto's reads give it, cut to what landing and buckets need. Ids as Zelto wrote them. */
export interface Conversation {
  readonly id: string;
  readonly agentId: string;
  readonly name: string;
  /** The provider's call id: for uploads, by all that is known, `call.externalId`. */
  readonly referenceId: string | null;
  readonly source: string | null;
  /** ISO 8601 as received. */
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

/** Milliseconds since the epoch of an instant Zelto gave, or null where it gave none that can be read. */
export function instantOf(text: string | null): number | null {
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
