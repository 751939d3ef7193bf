import { afterAll } from "vitest";
import { serveSandbox } from "../support/serve-sandbox";
import { zeltoContract } from "./zelto-contract";

// Served before the suite is declared: the contract takes a target that is there.
const served = await serveSandbox({ dials: { landingDelayMs: 50 } });
afterAll(() => served.close());

zeltoContract({ baseUrl: served.origin, apiKey: served.apiKey, live: false });
