import "server-only";

/** One step forward of the store's form. Steps are never changed once released, and never go back. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
}
