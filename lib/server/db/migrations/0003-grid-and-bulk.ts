import "server-only";
import type { Migration } from "../migration";

/**
 * The grid and changes of many calls. `calls_grid` holds all that a grid sorts, filters and counts by, in the order of the last
 * change: what is new since an earlier look is one short range of it, and no body is touched.
 */
export const gridAndBulk: Migration = {
  number: 3,
  name: "grid-and-bulk",
  statements: [
    `alter table calls add column planned_bucket_id text`,
    `alter table calls add column change_seq integer not null default 0`,
    `create index calls_grid on calls (change_seq, id, batch_id, position, fate, excluded, source_shape, external_id, agent_external_id, agent_id, turn_count,
      duration_seconds, started_at, blocks, loses, odd, last_news_at, carried, changed, dropped)`,
    `create table gone_calls (call_id text primary key, change_seq integer not null) strict, without rowid`,
    `create index gone_calls_by_change on gone_calls (change_seq)`,
    `create table problem_causes (id integer primary key autoincrement, key text not null unique, code text not null, level text not null, pattern text not null,
      title text not null, why text not null, loses_all integer not null, fix_id text, fix_label text) strict`,
    `create table call_problems (call_id text not null references calls(id) on delete cascade, cause_id integer not null references problem_causes(id),
      count integer not null, primary key (call_id, cause_id)) strict, without rowid`,
    `create index call_problems_by_cause on call_problems (cause_id)`,
    `create table bulk_changes (number integer primary key autoincrement, id text not null unique, act_json blob not null, label text not null, direction text not null,
      state text not null, total integer not null, processed integer not null, tally_json text not null, created_at integer not null, started_at integer,
      ended_at integer) strict`,
    `create table bulk_selections (change_id text primary key references bulk_changes(id) on delete cascade, ids blob not null) strict, without rowid`,
    `create table bulk_items (change_id text not null references bulk_changes(id) on delete cascade, ordinal integer not null,
      call_id text not null references calls(id) on delete cascade, state text not null, reason text, step_id text, before_json text,
      primary key (change_id, ordinal)) strict, without rowid`,
    `create index bulk_items_by_state on bulk_items (change_id, state, ordinal)`,
    `create index bulk_items_by_call on bulk_items (call_id)`,
    `create index bulk_changes_open on bulk_changes (state) where state in ('waiting', 'running')`,
  ],
};
