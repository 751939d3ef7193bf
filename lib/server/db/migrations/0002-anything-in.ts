import "server-only";
import type { Migration } from "../migration";

/** Sources of any shape: what a batch was told, what each record was converted from, receipts in sums, answers kept for next time. */
export const anythingIn: Migration = {
  number: 2,
  name: "anything-in",
  statements: [
    `alter table batches add column answers_json text not null default '{}'`,
    `alter table batches add column source_count integer not null default 0`,
    `update batches set source_count = (select count(*) from sources where sources.batch_id = batches.id)`,
    `alter table calls add column source_shape text not null default 'unknown'`,
    `alter table calls add column remarks_json text not null default '[]'`,
    `alter table calls add column carried integer not null default 0`,
    `alter table calls add column changed integer not null default 0`,
    `alter table calls add column dropped integer not null default 0`,
    `alter table calls add column started_at integer`,
    // Before this, no source was converted at intake: what a call is, its source was.
    `update calls set source_shape = shape`,
    `create table receipt_groups (batch_id text not null references batches(id) on delete cascade, kind text not null, from_pattern text not null,
      to_pattern text not null, reason text not null, leaves integer not null, calls integer not null,
      primary key (batch_id, kind, from_pattern, to_pattern, reason)) strict, without rowid`,
    `create table remembered_answers (key text primary key, value text not null, at integer not null) strict`,
  ],
};
