import path from "node:path";
import { cruise, type IFlattenedRuleSet } from "dependency-cruiser";
import { LAYERS, type Layer } from "./layers";

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Paths that a layer may import, as dependency-cruiser sees them: own files, packages in node_modules, Node's modules. */
function allowedPaths(layer: Layer): string[] {
  const layers = [layer, ...LAYERS.filter(({ name }) => layer.may.includes(name))].map(({ path: pattern }) => pattern);
  const packages = layer.packages
    .filter((name) => name !== "node")
    .map((name) => `(^|/)node_modules/(@types/)?${escape(name)}/`);
  // A style sheet or a JSON file beside the code belongs to the folder that imports it.
  return [...layers, ...packages, "\\.(css|json|svg)$"];
}

/** dependency-cruiser's rules, made from the table: what no row allows is a violation. */
export function ruleSet(): IFlattenedRuleSet {
  return {
    allowedSeverity: "error",
    allowed: LAYERS.flatMap((layer) => [
      { from: { path: layer.path }, to: { path: allowedPaths(layer) } },
      ...(layer.packages.includes("node") ? [{ from: { path: layer.path }, to: { dependencyTypes: ["core" as const] } }] : []),
    ]),
    forbidden: [
      { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
      { name: "not-to-tests", severity: "error", from: { pathNot: "^tests/" }, to: { path: "^tests/" } },
      { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    ],
  };
}

export interface Verdict {
  readonly files: readonly string[];
  readonly edges: number;
  readonly findings: readonly string[];
}

/** Judges every import below a root, types included; files without a row are findings too. */
export async function judgeImports(root: string, entries: readonly string[]): Promise<Verdict> {
  const { output } = await cruise([...entries], {
    baseDir: root,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.join(root, "tsconfig.json") },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|node_modules/\\.cache|next-env\\.d\\.ts)" },
    enhancedResolveOptions: { conditionNames: ["import", "require", "types", "node", "default"], exportsFields: ["exports"] },
    ruleSet: ruleSet(),
    validate: true,
  });
  if (typeof output === "string") throw new TypeError("dependency-cruiser answered with text where a result was expected");
  const files = output.modules.map(({ source }) => source).filter((source) => !source.includes("node_modules") && /\.(ts|tsx|mjs)$/.test(source));
  const homeless = files.filter((file) => !LAYERS.some(({ path: pattern }) => new RegExp(pattern).test(file)));
  return {
    files,
    edges: output.summary.totalDependenciesCruised ?? 0,
    findings: [
      ...homeless.map((file) => `${file}: no row in the dependency table`),
      ...output.summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`),
    ],
  };
}
