import { describe, expect, it } from "vitest";
import { SHORTCUT_GROUPS } from "@/components/shell/shortcut-list";
import { isChangingKey, isSingleKey, matchesKey } from "@/components/shell/shortcut-keys";
import type { PressedKey } from "@/components/shell/shortcut-keys";

function pressed(key: string, held: Partial<PressedKey> = {}): PressedKey {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe("keys", () => {
  it("answer to Ctrl and to the Apple key alike", () => {
    expect(matchesKey("mod+k", pressed("k", { ctrlKey: true }))).toBe(true);
    expect(matchesKey("mod+k", pressed("K", { metaKey: true }))).toBe(true);
    expect(matchesKey("mod+k", pressed("k"))).toBe(false);
  });

  it("tell a letter from the same letter with Shift, Ctrl or Alt", () => {
    expect(matchesKey("j", pressed("j"))).toBe(true);
    expect(matchesKey("j", pressed("J", { shiftKey: true }))).toBe(false);
    expect(matchesKey("shift+j", pressed("J", { shiftKey: true }))).toBe(true);
    expect(matchesKey("j", pressed("j", { ctrlKey: true }))).toBe(false);
    expect(matchesKey("j", pressed("j", { altKey: true }))).toBe(false);
  });

  it("find a sign wherever the layout keeps it, with or without Shift", () => {
    expect(matchesKey("?", pressed("?", { shiftKey: true }))).toBe(true);
    expect(matchesKey("/", pressed("/"))).toBe(true);
    expect(matchesKey("/", pressed("/", { shiftKey: true }))).toBe(true);
  });

  it("hold named keys with Alt", () => {
    expect(matchesKey("alt+Enter", pressed("Enter", { altKey: true }))).toBe(true);
    expect(matchesKey("alt+ArrowUp", pressed("ArrowUp", { altKey: true }))).toBe(true);
    expect(matchesKey("alt+Enter", pressed("Enter"))).toBe(false);
  });

  it("count as single only without Ctrl and Alt", () => {
    expect(["j", "shift+j", "?", ".", "/"].map(isSingleKey)).toEqual([true, true, true, true, true]);
    expect(["mod+k", "alt+Enter", "mod+Enter", "Escape"].map(isSingleKey)).toEqual([false, false, false, false]);
  });

  it("that change data are R and B, and the list marks both", () => {
    expect(["r", "b", "e", "j", "shift+r"].map(isChangingKey)).toEqual([true, true, false, false, false]);
    const marked = SHORTCUT_GROUPS.flatMap((group) => group.lines).filter((line) => line.isChanging === true);
    expect(marked.map((line) => line.keys)).toEqual([[["B"]], [["R"]]]);
  });
});
