import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./src/i18n/request.ts");

// Headers are set once for pages and API alike, by the process that serves both.
const config: NextConfig = {
  // `npm run check` checks the types of everything; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  experimental: {
    // A page outside one's role answers 403, not 200 with words.
    authInterrupts: true,
    optimizePackageImports: ["radix-ui", "lucide-react"],
  },
};

export default withNextIntl(config);
