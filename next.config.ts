import type { NextConfig } from "next";

/**
 * Surfaces that Intake does not use stay off: image optimizer, source maps, the powered-by header.
 * `libsql` holds a native binding and `pino` starts threads, so neither is bundled.
 */
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
};

export default config;
