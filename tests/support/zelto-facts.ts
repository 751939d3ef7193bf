import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { AnySchemaObject, ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const FACTS_URL = new URL("../fixtures/zelto/operations.json", import.meta.url);
const ID = "https://intake.invalid/zelto-operations.json";

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly answers: Readonly<Record<string, string>>;
}

export interface ZeltoFacts {
  readonly operationNames: readonly string[];
  /** Throws when the answer is not one that the vendor's schema allows; an undeclared refusal has to be an error body. */
  checkAnswer(operation: string, status: number, body: unknown): void;
  /** What the vendor's schema says about a body that is sent. */
  allowsBody(operation: string, body: unknown): boolean;
  /** How many answers were checked, by operation and status. */
  checked(): ReadonlyMap<string, number>;
}

/** Forbids what the schemas do not name: a strictness for our own emulator, which may not invent fields. */
function close(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(close);
  if (typeof schema !== "object" || schema === null) return schema;
  const closed = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, close(value)]));
  return "properties" in closed && !("additionalProperties" in closed) ? { ...closed, additionalProperties: false } : closed;
}

/**
 * The vendor's schemas as a judge. `closed` also refuses fields that the vendor does not document; it is for the
 * sandbox, while the live API may grow.
 */
export function loadZeltoFacts(options: { readonly closed: boolean }): ZeltoFacts {
  const facts = JSON.parse(readFileSync(FACTS_URL, "utf8")) as { operations: Record<string, Operation>; $defs: Record<string, AnySchemaObject> };
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats(ajv);
  ajv.addSchema({ $id: ID, $defs: facts.$defs });
  ajv.addSchema({ $id: `${ID}.closed`, $defs: close(facts.$defs) });
  const count = new Map<string, number>();
  const validator = (reference: string, id: string): ValidateFunction => {
    const found = ajv.getSchema(`${id}${reference}`);
    if (found === undefined) throw new Error(`The facts name no ${reference}`);
    return found;
  };
  const operationOf = (name: string): Operation => {
    const found = facts.operations[name];
    if (found === undefined) throw new Error(`The facts name no operation ${name}`);
    return found;
  };
  return {
    operationNames: Object.keys(facts.operations),
    checkAnswer(name, status, body) {
      const reference = operationOf(name).answers[String(status)] ?? (status >= 400 ? "#/$defs/Error" : undefined);
      if (reference === undefined) throw new Error(`${name} answered ${status}, which the facts do not know`);
      const validate = validator(reference, options.closed ? `${ID}.closed` : ID);
      if (!validate(body)) throw new Error(`${name} answered ${status} with ${ajv.errorsText(validate.errors)}: ${JSON.stringify(body)}`);
      count.set(`${name} ${status}`, (count.get(`${name} ${status}`) ?? 0) + 1);
    },
    allowsBody: (name, body) => validator(operationOf(name).body ?? "", ID)(body),
    checked: () => count,
  };
}
