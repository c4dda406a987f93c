/** The walls of the house: who may lean on whom. Each rule says why. */
const ranks = [
  "identity",
  "charters",
  "households",
  "connect",
  "benefits",
  "claims",
  "contributions",
  "partners",
  "desk",
  "communication",
  "privacy",
];

/** A module may import only the doors of modules before it. */
const modules = ranks.flatMap((name, rank) => [
  {
    name: `only-the-door-of-${name}`,
    comment: "One door per module: from outside, only its index.ts is imported.",
    severity: "error",
    from: { pathNot: `^src/modules/${name}/` },
    to: { path: `^src/modules/${name}/(?!index\\.ts$)` },
  },
  {
    name: `rank-of-${name}`,
    comment: "A module imports only modules before it; upward talk is wired in open-site.ts.",
    severity: "error",
    from: { path: `^src/modules/${name}/`, pathNot: "\\.test\\.ts$" },
    to: { path: `^src/modules/(${ranks.slice(rank + 1).join("|") || "none"})/` },
  },
]);

module.exports = {
  forbidden: [
    ...modules,
    {
      name: "no-circles",
      comment: "What imports in a circle is one thing in two files.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "law-stands-alone",
      comment: "A lawyer reads law/ without reading anything else.",
      severity: "error",
      from: { path: "^law/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^law/" },
    },
    {
      name: "institutions-are-data",
      severity: "error",
      from: { path: "^institutions/" },
      to: { pathNot: "^(institutions|law)/" },
    },
    {
      name: "platform-knows-no-business",
      severity: "error",
      from: { path: "^src/platform/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(src/(modules|site|design)|law|institutions|dev)/", pathNot: "^law/language\\.ts$" },
    },
    {
      name: "design-draws-only",
      severity: "error",
      from: { path: "^src/design/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/(modules|site|platform)/" },
    },
    {
      name: "site-stands-under-modules",
      severity: "error",
      from: { path: "^src/site/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/modules/" },
    },
    {
      name: "pages-are-pure",
      comment: "A page is made of what it is given: no database, no use case.",
      severity: "error",
      from: { path: "(^|/|-)page\\.ts$" },
      to: { path: "(store|database|journal|jobs)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-stores-speak-sql",
      severity: "error",
      from: { path: "^src/", pathNot: "(store\\.ts$|^src/platform/|\\.test\\.ts$)" },
      to: { path: "node_modules/(kysely|pg)/" },
    },
    {
      name: "only-config-reads-the-environment",
      comment: "Kept by the linter for process.env; here: nothing but start and cli reads the configuration.",
      severity: "error",
      from: {
        pathNot:
          "^(src/(config|start|cli|main|open-world|open-site)\\.ts|.*\\.test\\.ts$|test/|e2e/|bench/|dev/)",
      },
      to: { path: "^src/config\\.ts$" },
    },
    {
      name: "development-stays-out",
      comment: "dev/ is loaded on demand by start.ts and absent from production.",
      severity: "error",
      from: { path: "^(src|law|institutions)/", pathNot: "(^src/start\\.ts$|\\.test\\.ts$)" },
      to: { path: "^dev/" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, pathNot: "(\\.d\\.ts$|\\.test\\.ts$|^src/design/client/)" },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
