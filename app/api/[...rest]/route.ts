import * as z from "zod";
import { appError } from "@/lib/core/app-error";
import { failure } from "@/lib/core/result";
import { defineRoute } from "@/lib/server/define-route";

/** Addresses below /api that lead nowhere answer as every route does, behind the same gate. */
const nowhere = (method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE") =>
  defineRoute({ method, output: z.never() }, () => Promise.resolve(failure(appError("not_found", "There is nothing at this address."))));

export const GET = nowhere("GET");
export const POST = nowhere("POST");
export const PUT = nowhere("PUT");
export const PATCH = nowhere("PATCH");
export const DELETE = nowhere("DELETE");
