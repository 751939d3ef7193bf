"use client";

import { lazy } from "react";

/** What a source turned out to be is shown after a look at it: its code comes once the page has come to rest. */
export const loadLookedAt = () => Promise.all([import("./inspection"), import("./broken-source")]);

const inspection = () => import("./inspection");

export const Inspection = lazy(() => inspection().then((loaded) => ({ default: loaded.Inspection })));
export const InspectedSources = lazy(() => inspection().then((loaded) => ({ default: loaded.InspectedSources })));
export const FailedSources = lazy(() => inspection().then((loaded) => ({ default: loaded.FailedSources })));
export const BrokenSource = lazy(() => import("./broken-source").then((loaded) => ({ default: loaded.BrokenSource })));
