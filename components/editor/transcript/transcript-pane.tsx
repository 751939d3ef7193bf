"use client";

import { ArrowLeftRight, MessageSquarePlus } from "lucide-react";
import { useMemo } from "react";
import type { Problem } from "@/lib/core/problems/problem";
import { formatPlural } from "@/lib/core/format/count";
import { RibbonMap } from "@/components/marks/ribbon-map";
import { RoleLabel } from "@/components/marks/role-dot";
import { useShortcut } from "@/components/shell/shortcuts-provider";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { useEditor } from "../editor-context";
import { turnOfPath } from "../problem-fix";
import { ribbonOf } from "./turn-words";
import { TurnList } from "./turn-list";
import { useTurnActions } from "./use-turn-actions";

const LEVEL_ORDER = { blocks: 0, loses: 1, odd: 2 } as const;

/** The conversation in the middle, with its ribbon as the map. */
export function TranscriptPane() {
  const { turns, judgement, select, selection, isReadOnly, readOnlyReason, isNative, editAsCanonical } = useEditor();
  const actions = useTurnActions();
  const segments = useMemo(() => ribbonOf(turns), [turns]);
  const problemsByTurn = useMemo(() => groupByTurn(judgement.problems), [judgement.problems]);
  const markers = useMemo(() => [...problemsByTurn].map(([index, problems]) => ({ index, level: worst(problems) })), [problemsByTurn]);
  const selected = turnOfPath(selection.path);
  const at = selected ?? 0;
  useShortcut("e", () => actions.open(at), { when: actions.openIndex === null && turns.length > 0 });
  useShortcut("r", () => actions.cycleRole(at), { when: turns.length > 0 && !isReadOnly });
  return (
    <section aria-label="Transcript" className="flex h-full min-h-0 min-w-0 flex-col">
      <header className="border-b border-line bg-surface px-4 pt-2 pb-1.5">
        <div className="flex min-h-7 items-center gap-3">
          <h2 className="text-body font-semibold">
            Transcript <span className="font-normal text-ink-3">{formatPlural(turns.length, "turn")}</span>
          </h2>
          <span className="ml-auto flex items-center gap-3 text-small text-ink-2 max-sm:hidden">
            <RoleLabel role="assistant" />
            <RoleLabel role="user" />
            <RoleLabel role="tool" />
          </span>
          {isReadOnly || turns.length === 0 ? null : <IconButton size="small" label="Swap assistant and user" icon={<ArrowLeftRight aria-hidden className="size-3.5" />} onPress={actions.swap} />}
        </div>
        {segments.length === 0 ? null : <RibbonMap segments={segments} onSelect={(index) => select(["transcript", "turns", index])} openIndex={actions.openIndex ?? selected} markers={markers} />}
      </header>
      {readOnlyReason === null ? null : (
        <Notice className="m-3 mb-0" actions={isNative ? <Button size="small" onPress={editAsCanonical}>Edit as canonical</Button> : undefined}>
          {readOnlyReason}
        </Notice>
      )}
      {turns.length > 0 ? (
        <TurnList actions={actions} problemsByTurn={problemsByTurn} />
      ) : (
        <EmptyState
          icon={<MessageSquarePlus aria-hidden className="size-5.5" />}
          title="No turns"
          action={isReadOnly ? undefined : <Button onPress={() => actions.insertBelow(-1)}>Add the first turn</Button>}
        >
          Zelto makes a conversation of a transcript or of a recording; without both it keeps nothing.
        </EmptyState>
      )}
    </section>
  );
}

function groupByTurn(problems: readonly Problem[]): ReadonlyMap<number, readonly Problem[]> {
  const groups = new Map<number, Problem[]>();
  for (const problem of problems) {
    const turn = turnOfPath(problem.path);
    if (turn === null) continue;
    const group = groups.get(turn);
    if (group === undefined) groups.set(turn, [problem]);
    else group.push(problem);
  }
  return groups;
}

function worst(problems: readonly Problem[]): Problem["level"] {
  return problems.map(({ level }) => level).sort((left, right) => LEVEL_ORDER[left] - LEVEL_ORDER[right])[0] ?? "odd";
}
