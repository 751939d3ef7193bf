import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const CONTROL = { minHeight: "24px", borderRadius: "5px", padding: "2px 8px", fontSize: "12px" } as const;

const OCTAGON = "polygon(30% 0, 70% 0, 100% 30%, 100% 70%, 70% 100%, 30% 100%, 0 70%, 0 30%)";
const TRIANGLE = "polygon(50% 4%, 100% 96%, 0 96%)";

/** A level by shape and colour, as everywhere: CodeMirror's own marks are pictures with colours of their own. */
function marker(colour: string, shape: string): Record<string, string> {
  return { content: "normal", width: "10px", height: "10px", margin: "4px 0 0 2px", backgroundColor: colour, clipPath: shape };
}

function underline(colour: string): Record<string, string> {
  return { backgroundImage: "none", paddingBottom: "0", borderBottom: `2px solid ${colour}` };
}

/** The pane in the product's own tokens; both themes follow the page by themselves. */
const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--surface)", fontSize: "12px" },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--font-geist-mono), ui-monospace, monospace", lineHeight: "18px", fontVariantLigatures: "none" },
  ".cm-content": { caretColor: "var(--ink)", padding: "8px 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--ink-3)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--hover)" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": { backgroundColor: "var(--accent-soft) !important" },
  ".cm-place": { backgroundColor: "var(--selected)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--sunken)", borderColor: "var(--line)", color: "var(--ink-2)" },
  ".cm-panels": { backgroundColor: "var(--sunken)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--line)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--selected)", color: "var(--ink)" },
  ".cm-textfield": { backgroundColor: "var(--surface)", color: "var(--ink)", border: "1px solid var(--control)", ...CONTROL },
  ".cm-button": { backgroundImage: "none", backgroundColor: "var(--surface)", color: "var(--ink)", border: "1px solid var(--line-strong)", ...CONTROL },
  ".cm-panel.cm-search": { padding: "8px 28px 8px 8px", fontFamily: "inherit" },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", gap: "4px", minHeight: "24px", fontSize: "12px" },
  ".cm-panel.cm-search [name=close]": { width: "24px", height: "24px", fontSize: "16px", color: "var(--ink-2)" },
  ".cm-searchMatch": { backgroundColor: "var(--loses-soft)" },
  ".cm-lint-marker-error": marker("var(--blocks)", OCTAGON),
  ".cm-lint-marker-warning": marker("var(--loses)", TRIANGLE),
  ".cm-lint-marker-info": marker("var(--odd)", "circle(50%)"),
  ".cm-lintRange-error": underline("var(--blocks)"),
  ".cm-lintRange-warning": underline("var(--loses)"),
  ".cm-lintRange-info": underline("var(--odd)"),
  ".cm-diagnosticAction": { backgroundColor: "var(--surface)", color: "var(--ink)", border: "1px solid var(--line-strong)", ...CONTROL },
  ".cm-diagnostic-error": { borderLeftColor: "var(--blocks)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--loses)" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--odd)" },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--code-key)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  { tag: tags.string, color: "var(--ink)" },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: "var(--ink-3)" },
]);

/** Look of the JSON pane. */
export const jsonTheme = [theme, syntaxHighlighting(colours)];
