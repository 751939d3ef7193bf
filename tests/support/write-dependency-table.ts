/** Prints the dependency table for ARCHITECTURE.md from the data that the test uses. */
import { LAYERS } from "../architecture/layers";

const cell = (names: readonly string[]): string => (names.length === 0 ? "nothing of ours" : names.map((name) => `\`${name}\``).join(", "));
process.stdout.write("| from | may import of ours | and these packages |\n| --- | --- | --- |\n");
for (const { name, may, packages } of LAYERS) process.stdout.write(`| \`${name}\` | ${cell(may)} | ${packages.length === 0 ? "none" : packages.join(", ")} |\n`);
