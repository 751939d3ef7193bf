import "server-only";
import type { Migration } from "../migration";
import { firstTables } from "./0001-first-tables";
import { anythingIn } from "./0002-anything-in";
import { gridAndBulk } from "./0003-grid-and-bulk";
import { retries } from "./0004-retries";

/** In order; the numbers are 1, 2, 3 … without a gap. */
export const ALL_MIGRATIONS: readonly Migration[] = [firstTables, anythingIn, gridAndBulk, retries];
