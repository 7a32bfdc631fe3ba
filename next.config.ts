import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./src/i18n/request.ts");

// Words are compiled by the server (src/i18n/compiled.ts), so that no ICU parser travels to the browser.
const format_only = "use-intl/format-message/format-only";

// Headers are set once for pages and API alike, by the process that serves both.
const config: NextConfig = {
  // `npm run check` checks the types of everything; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { resolveAlias: { "use-intl/format-message": format_only } },
  devIndicators: false,
  experimental: {
    // A page outside one's role answers 403, not 200 with words.
    authInterrupts: true,
    optimizePackageImports: ["radix-ui", "lucide-react"],
  },
};

/** A page named `page.dev.tsx` is there while developing, and in no build. */
export default (phase: string) =>
  withNextIntl({
    ...config,
    pageExtensions: [...(phase === PHASE_DEVELOPMENT_SERVER ? ["dev.tsx"] : []), "tsx", "ts"],
  });
