import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./src/i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  // node:http in main.ts sets every header once, for pages and API alike.
  reactStrictMode: true,
  devIndicators: false,
};

export default withNextIntl(config);
