import { expect, it } from "vitest";
import { zeltoContract } from "../contract/zelto-contract";

const apiKey = process.env["ZELTO_API_KEY"] ?? "";
const baseUrl = (process.env["ZELTO_BASE_URL"] ?? "https://api.zelto.ai").replace(/\/+$/, "");

it("has a key to speak to the live API with", () => {
  expect(apiKey, "Set ZELTO_API_KEY to a key of an organization that may receive test data; nothing was sent.").not.toBe("");
});

if (apiKey !== "") zeltoContract({ baseUrl, apiKey, live: true });
