"use client";

import { useState } from "react";
import { useAnnounce } from "@/components/ui/announcer";
import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { ROLES } from "@/lib/core/call-ingest/limits";
import { deleteTurn, insertTurn, mergeUp, moveTurn, setTurn, splitTurn, swapRoles, type TurnChange, type TurnEdit } from "@/lib/core/text/turn-edits";
import type { JsonNode } from "@/lib/core/text/json-node";
import { useEditor } from "../editor-context";

export interface TurnActions {
  /** The turn whose editor is open, or null. */
  readonly openIndex: number | null;
  readonly open: (index: number | null) => void;
  /** Closes the open turn and hands the focus to its Edit button. */
  readonly close: (index: number) => void;
  readonly change: (index: number, change: TurnChange) => void;
  readonly insertBelow: (index: number) => void;
  readonly remove: (index: number) => void;
  readonly split: (index: number, caret: number) => void;
  readonly merge: (index: number) => void;
  readonly move: (index: number, by: -1 | 1) => void;
  readonly cycleRole: (index: number) => void;
  readonly swap: () => void;
}

/** What can be done with turns, each as one step of the draft's history; which turn is open goes along. */
export function useTurnActions(): TurnActions {
  const { store, turns, select, isReadOnly } = useEditor();
  const announce = useAnnounce();
  const [openIndex, setOpenIndex] = useState<number | null>(null);

  /** Edits are made against what the store holds now, not against what was drawn last. */
  const run = (label: string, make: (text: string, root: JsonNode) => TurnEdit, typing = false): boolean => {
    const { goodText, root, syntax } = store.snapshot();
    if (isReadOnly || syntax !== null || root === null) return false;
    const { edits } = make(goodText, root);
    if (edits.length === 0) return false;
    store.commit({ label, edits, typing });
    return true;
  };
  const open = (index: number | null): void => {
    if (isReadOnly && index !== null) return;
    setOpenIndex(index);
    if (index !== null) select(["transcript", "turns", index]);
  };
  const close = (index: number): void => {
    setOpenIndex(null);
    focusTurn(index);
  };
  const say = (done: boolean, sentence: string): boolean => {
    if (done) announce(sentence);
    return done;
  };

  return {
    openIndex,
    open,
    close,
    change: (index, change) => void run(`Turn ${index + 1} ${Object.keys(change).join(", ")}`, (text, root) => setTurn(text, root, index, change), true),
    insertBelow: (index) => {
      const role = turns[index]?.role === "assistant" ? "user" : "assistant";
      if (say(run(`Insert turn ${index + 2}`, (text, root) => insertTurn(text, root, index + 1, { role, content: "" })), `Turn ${index + 2} inserted`)) open(index + 1);
    },
    remove: (index) => {
      if (say(run(`Delete turn ${index + 1}`, (text, root) => deleteTurn(text, root, index)), `Turn ${index + 1} deleted`)) close(Math.min(index, turns.length - 2));
    },
    split: (index, caret) => {
      if (say(run(`Split turn ${index + 1}`, (text, root) => splitTurn(text, root, index, caret)), `Turn ${index + 1} split`)) open(index + 1);
      else announce("Nothing to split: put the caret inside the text");
    },
    merge: (index) => {
      if (index > 0 && say(run(`Merge turn ${index + 1} up`, (text, root) => mergeUp(text, root, index)), `Turn ${index + 1} merged into turn ${index}`)) open(index - 1);
    },
    move: (index, by) => {
      const to = index + by;
      if (to < 0 || to >= turns.length) return;
      if (say(run(`Move turn ${index + 1}`, (text, root) => moveTurn(text, root, index, to)), `Turn moved to place ${to + 1}`) && openIndex === index) open(to);
    },
    cycleRole: (index) => {
      const word = turns[index]?.role ?? "";
      const known = ROLES.find((role) => role === word) ?? canonicalRole(word);
      const next = known === null ? ROLES[0] : ROLES[(ROLES.indexOf(known) + 1) % ROLES.length];
      say(run(`Turn ${index + 1} role`, (text, root) => setTurn(text, root, index, { role: next ?? "user" })), `Turn ${index + 1} is now ${next ?? "user"}`);
    },
    swap: () => void say(run("Swap assistant and user", (text, root) => swapRoles(text, root)), "Assistant and user swapped in all turns"),
  };
}

/** After the next drawing: the turn's first button, so that the keyboard goes on where it was. */
function focusTurn(index: number): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[role=listitem][data-index="${index}"] button`)?.focus());
  });
}
