export interface ShortcutLine {
  /** Alternatives, each a row of caps; "mod" is printed as Ctrl or ⌘. */
  readonly keys: readonly (readonly string[])[];
  readonly does: string;
  /** Off until it is switched on in the settings. */
  readonly isChanging?: boolean;
}

export interface ShortcutGroup {
  readonly title: string;
  readonly lines: readonly ShortcutLine[];
}

/** Every key of the product, as the `?` window lists them. */
export const SHORTCUT_GROUPS: readonly ShortcutGroup[] = [
  {
    title: "Anywhere",
    lines: [
      { keys: [["mod", "K"]], does: "Find a call or a command" },
      { keys: [["mod", "V"]], does: "Take in what is on the clipboard, outside a field" },
      { keys: [["/"]], does: "Search" },
      { keys: [["?"]], does: "This list" },
    ],
  },
  {
    title: "Calls",
    lines: [
      { keys: [["J"], ["K"]], does: "Next, previous call" },
      { keys: [["Shift", "J"], ["Shift", "K"]], does: "Next, previous problem" },
      { keys: [["F"], ["D"]], does: "Form, JSON" },
      { keys: [["."]], does: "Copy as cURL" },
      { keys: [["mod", "Enter"]], does: "Upload" },
      { keys: [["B"]], does: "Choose the bucket", isChanging: true },
      { keys: [["mod", "Z"], ["mod", "Shift", "Z"]], does: "Undo, redo" },
    ],
  },
  {
    title: "Turns",
    lines: [
      { keys: [["E"]], does: "Edit turn" },
      { keys: [["R"]], does: "Cycle the role", isChanging: true },
      { keys: [["Alt", "Enter"]], does: "Split at caret" },
      { keys: [["Alt", "Backspace"]], does: "Merge up" },
      { keys: [["Alt", "↑"], ["Alt", "↓"]], does: "Move the turn" },
    ],
  },
];
