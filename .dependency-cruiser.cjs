/** Who may import whom. Each rule is an error from the first commit; tests/architecture plants a bad import for each. */
const feature = "^src/features/([^/]+)/";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: { pathNot: "node_modules" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "pages-see-no-data-layer",
      comment: "Pages ask the API like everybody else. Types of the router are fine: they are gone at run time.",
      severity: "error",
      from: { path: "^src/(app|ui|i18n)/|^src/features/[^/]+/ui/" },
      to: {
        path: "^drizzle/(schema|columns)|node_modules/(drizzle-orm|postgres)/|^src/(server|live|rest|deploy|embedded|demo)/|/(queries|commands|router)\\.ts$",
        pathNot: "^src/server/permissions\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "pages-import-server-types-only-from-trpc",
      severity: "error",
      from: { path: "^src/trpc/" },
      // The role matrix is plain data: a hidden button and a refused call read the same table.
      to: {
        path: "^src/(server|live|rest)/|^drizzle/schema",
        pathNot: "^src/server/permissions\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "a-feature-shows-only-itself",
      comment:
        "A page joins features; a feature's screen does not reach into another's. The shell is what every screen sits in.",
      severity: "error",
      from: { path: "^src/features/([^/]+)/ui/" },
      to: { path: "^src/features/[^/]+/", pathNot: ["^src/features/$1/", "^src/features/shell/ui/", "/schema\\.ts$"] },
    },
    {
      name: "routers-hold-no-data-access",
      severity: "error",
      from: { path: `${feature}router\\.ts$` },
      to: { path: "node_modules/(drizzle-orm|postgres)/|^drizzle/schema", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "data-access-knows-no-transport",
      severity: "error",
      from: { path: `${feature}(queries|commands)` },
      to: { path: "node_modules/(@trpc|next|react|react-dom)/|^src/(app|ui|trpc|rest|i18n)/" },
    },
    {
      name: "schemas-are-for-browsers-too",
      severity: "error",
      from: { path: `${feature}schema\\.ts$` },
      to: { path: "^src/server/|^drizzle/(schema|columns)|node_modules/(drizzle-orm|postgres)/" },
    },
    {
      name: "the-spine-knows-no-feature",
      comment: "Only root.ts joins the routers. The shapes of identity are the spine's own subject.",
      severity: "error",
      from: { path: "^src/server/", pathNot: "^src/server/(root|api|pages)\\.ts$" },
      to: { path: "^src/features/", pathNot: "^src/features/auth/schema\\.ts$" },
    },
    {
      name: "one-way-to-the-database",
      comment:
        "Whatever reaches a table goes through inTenant or a definer door. Background jobs open a pool of their own role and one connection that says they live.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot:
          "^src/server/(pool|connection|tenant|row-session|doors|services)\\.ts$|^src/jobs/(runner|presence)\\.ts$|^src/(deploy|embedded|demo|process)/",
      },
      to: {
        path: "^src/server/(pool|connection)\\.ts$|node_modules/(pg|postgres)/|node_modules/drizzle-orm/postgres-js/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "lib-and-drizzle-stand-alone",
      severity: "error",
      from: { path: "^(src/lib|drizzle)/" },
      to: { path: "^(src|tests|bench)/", pathNot: "^src/lib/" },
    },
    {
      name: "nobody-imports-tests",
      severity: "error",
      from: { path: "^(src|drizzle|bench)/" },
      to: { path: "^tests/" },
    },
    {
      name: "not-to-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^\\.next/|\\.css$|^(server-only|client-only)$" },
    },
    {
      name: "runtime-code-uses-runtime-packages",
      severity: "error",
      from: { path: "^(src|drizzle)/", pathNot: "^src/(process|dev)" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.local|node_modules/\\.cache)/" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
