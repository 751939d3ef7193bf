import "server-only";
import type { Migration } from "../migration";

/** What sends again by itself: when an upload is due, and how often it was tried. */
export const retries: Migration = {
  number: 4,
  name: "retries",
  statements: [
    `alter table uploads add column due_at integer`,
    `alter table uploads add column tries integer not null default 0`,
    `alter table uploads add column first_attempt_at integer`,
    `update uploads set due_at = queued_at where fate = 'queued'`,
    `drop index uploads_to_claim`,
    `create index uploads_to_claim on uploads (target_id, due_at) where due_at is not null`,
    `create index uploads_by_fate on uploads (target_id, fate, created_at)`,
  ],
};
