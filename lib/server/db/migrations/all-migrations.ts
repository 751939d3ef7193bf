import "server-only";
import type { Migration } from "../migration";
import { retries } from "./0004-retries";
import { firstTables } from "./0001-first-tables";

/** In order; the numbers are 1, 2, 3 … without a gap. */
export const ALL_MIGRATIONS: readonly Migration[] = [firstTables, retries];
