import { defineConfig } from "drizzle-kit";

// Only `generate` is used. `push` is forbidden: it knows nothing of forced row security, grants and definer doors.
export default defineConfig({ dialect: "postgresql", schema: "./drizzle/schema/index.ts", out: "./migrations" });
