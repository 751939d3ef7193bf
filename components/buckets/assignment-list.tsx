"use client";

import Link from "next/link";
import type { AssignmentView } from "@/lib/contracts/activity";
import { useCancelAssignment } from "@/lib/queries/buckets";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TimeText } from "@/components/ui/time-text";
import { FateChip } from "@/components/marks/fate-chip";

const GROUPS: readonly { readonly title: string; readonly note: string; readonly states: readonly AssignmentView["state"][] }[] = [
  { title: "Waiting", note: "fires by itself when the id is known", states: ["waiting", "adding", "unknown"] },
  { title: "Refused", note: "", states: ["refused"] },
  { title: "Done", note: "", states: ["added", "already-there"] },
  { title: "Cancelled", note: "", states: ["cancelled"] },
];

/** What was chosen for a bucket, by what became of it. */
export function AssignmentList({ assignments }: { readonly assignments: readonly AssignmentView[] }) {
  const cancel = useCancelAssignment();
  if (assignments.length === 0) return <EmptyState title="Nothing chosen yet">Choose this bucket in a call’s editor; it is added when the call has landed.</EmptyState>;
  return (
    <>
      {GROUPS.map(({ title, note, states }) => {
        const group = assignments.filter(({ state }) => states.includes(state));
        if (group.length === 0) return null;
        return (
          <section key={title} aria-label={title}>
            <h3 className="flex h-7.5 items-center gap-2 border-b border-line bg-sunken px-4 text-small font-semibold">
              {title} <span className="font-normal text-ink-3">{group.length}</span> <span className="font-normal text-ink-2">{note}</span>
            </h3>
            <ul>
              {group.map((assignment) => (
                <AssignmentRow key={assignment.id} assignment={assignment} onCancel={assignment.state === "waiting" ? () => cancel.mutate({ assignmentId: assignment.id }) : null} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function AssignmentRow({ assignment, onCancel }: { readonly assignment: AssignmentView; readonly onCancel: (() => void) | null }) {
  const name = assignment.externalId ?? assignment.conversationId ?? "a conversation";
  return (
    <li className="flex min-h-8.25 flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line px-4 py-1.5 text-small">
      {assignment.fate === null ? null : <FateChip fate={assignment.fate} className="w-24" />}
      {assignment.callId === null ? (
        <span className="text-code break-all">{name}</span>
      ) : (
        <Link href={`/calls/${assignment.callId}`} className="text-code break-all text-ink hover:underline">
          {name}
        </Link>
      )}
      <span className={assignment.state === "refused" ? "min-w-0 flex-1 text-blocks" : "min-w-0 flex-1 text-ink-2"}>{assignment.sentence}</span>
      {assignment.settledAt === null ? null : <TimeText at={assignment.settledAt} show="time" className="text-ink-3" />}
      {onCancel === null ? null : (
        <Button size="small" onPress={onCancel}>
          Cancel
        </Button>
      )}
    </li>
  );
}
