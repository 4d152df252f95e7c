const layers = [
  "text",
  "catalog",
  "syntax",
  "schema",
  "model",
  "documents",
  "rules",
  "features",
  "server",
];

/** The rooms inside `model`, `catalog` and `features`, each with the rooms that it may know. */
const domains = {
  address: [],
  cors: [],
  policy: [],
  access: ["policy"],
  wandb: ["access", "policy"],
  installation: ["address", "cors", "wandb"],
  bucket: ["address", "cors", "policy", "access", "wandb", "installation"],
};

/** Rooms of `features` that answer for several domains, which all read the same text. */
const answeredTogether = { policy: ["access", "wandb"] };

/** A pattern for the rooms that neither are this one nor may be known by it. */
function strangersOf(domain, known) {
  const strangers = Object.keys(domains).filter(
    (other) => other !== domain && !known.includes(other),
  );
  return strangers.join("|");
}

/** @type {import("dependency-cruiser").IConfiguration} */
const configuration = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    ...layers.slice(0, -1).map((layer, index) => ({
      name: `${layer}-imports-downwards-only`,
      severity: "error",
      from: { path: `^server/src/${layer}/` },
      to: { path: `^server/src/(${layers.slice(index + 1).join("|")}|cli)/` },
    })),
    ...Object.entries(domains)
      .filter(([domain]) => domain !== "bucket")
      .map(([domain, known]) => ({
        name: `${domain}-keeps-to-its-domain`,
        severity: "error",
        from: { path: `^server/src/(model|catalog)/${domain}/` },
        to: { path: `^server/src/(model|catalog)/(${strangersOf(domain, known)})/` },
      })),
    ...Object.entries(domains)
      .filter(([domain]) => domain !== "bucket")
      .map(([domain, known]) => ({
        name: `features-for-${domain}-keep-to-it`,
        severity: "error",
        from: { path: `^server/src/features/${domain}/` },
        to: {
          path: `^server/src/(model|catalog|features)/(${strangersOf(domain, [...known, ...(answeredTogether[domain] ?? [])])})/`,
        },
      })),
    {
      name: "only-the-top-knows-lsp",
      severity: "error",
      from: { path: "^server/src/", pathNot: "^server/src/(features|server|cli|main|protocol)" },
      to: { path: "node_modules/vscode-languageserver(-protocol|-types)?/" },
    },
    {
      name: "only-the-client-knows-vscode",
      severity: "error",
      from: { path: "^server/" },
      to: { path: "^(vscode$|client/)" },
    },
    {
      name: "the-client-knows-only-the-protocol",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "^server/", pathNot: "^server/src/protocol/" },
    },
    {
      name: "the-protocol-knows-no-code",
      severity: "error",
      from: { path: "^server/src/protocol/" },
      to: { path: "^(server|client)/", pathNot: "^server/src/protocol/" },
    },
    {
      name: "rules-do-not-import-rules",
      severity: "error",
      from: { path: "^server/src/rules/[^/]+/", pathNot: "/rules\\.ts$" },
      to: { path: "^server/src/rules/[^/]+/" },
    },
    {
      name: "pure-below-the-server",
      severity: "error",
      from: { path: "^server/src/", pathNot: "^server/src/(server|cli|main)" },
      to: { dependencyTypes: ["core"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};

module.exports = configuration;
// For the picture in ARCHITECTURE.md; not enumerable, since the configuration is checked against a schema.
Object.defineProperty(configuration, "layers", { value: layers });
Object.defineProperty(configuration, "domains", { value: domains });
