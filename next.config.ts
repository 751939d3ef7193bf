import type { NextConfig } from "next";

/**
 * Surfaces that Intake does not use stay off: image optimizer, source maps, the powered-by header.
 * `libsql` holds a native binding and `pino` starts threads, so neither is bundled.
 */
/** On everything that Next answers by itself: static files, 404 and 405. Pages and routes set the same and more. */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: ["libsql", "pino"],
  // Types and lint are checked by `npm test`; a start on a fresh machine should not wait for them twice.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // Development writes no files of its own into the project.
  agentRules: false,
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: SECURITY_HEADERS },
      { source: "/api/:path*", headers: [{ key: "Cache-Control", value: "no-store" }] },
    ]),
};

export default config;
