import { formatCount } from "@/lib/core/format/count";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { spotLines, type SpotLine } from "@/lib/intake/spot-lines";
import { cx } from "@/components/ui/cx";

export interface SpotViewProps {
  /** Null where only the line of the spot is known. */
  readonly text: string | null;
  readonly problem: JsonSyntaxProblem;
}

/** The lines around a spot with their numbers; its line is tinted, its character marked, a caret stands below. */
export function SpotView({ text, problem }: SpotViewProps) {
  const lines = text === null ? [{ number: problem.line, text: problem.lineText, spot: problem.column - problem.lineTextOffset }] : spotLines(text, problem);
  return (
    <div tabIndex={0} role="group" aria-label={`The text around line ${formatCount(problem.line)}`} className="focus-inset overflow-x-auto py-3">
      <pre className="text-code w-max min-w-full">
        {lines.map((line) => (
          <Line key={line.number} line={line} column={problem.column} />
        ))}
      </pre>
    </div>
  );
}

function Line({ line, column }: { readonly line: SpotLine; readonly column: number }) {
  const { number, text, spot } = line;
  return (
    <>
      <div className={cx("flex pr-4", spot !== null && "bg-blocks-soft")}>
        <span className="w-15 shrink-0 pr-6 text-right text-ink-3 select-none">{number}</span>
        {spot === null ? (
          <span>{text === "" ? " " : text}</span>
        ) : (
          <span>
            {text.slice(0, spot)}
            <mark className="rounded-mark bg-blocks px-px font-semibold text-surface">{character(text, spot) === "" ? " " : character(text, spot)}</mark>
            {text.slice(spot + character(text, spot).length)}
          </span>
        )}
      </div>
      {spot === null ? null : (
        <div aria-hidden className="flex bg-surface pr-4 text-blocks select-none">
          <span className="w-15 shrink-0" />
          <span className="whitespace-pre">
            {text.slice(0, spot).replace(/[^\t]/g, " ")}^ line {formatCount(number)}, column {formatCount(column)}
          </span>
        </div>
      )}
    </>
  );
}

/** The whole character at a place, both halves of a pair. */
function character(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}
