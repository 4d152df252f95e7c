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

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    ...layers.slice(0, -1).map((layer, index) => ({
      name: `${layer}-imports-downwards-only`,
      severity: "error",
      from: { path: `^server/src/${layer}/` },
      to: { path: `^server/src/(${layers.slice(index + 1).join("|")}|cli)/` },
    })),
    {
      name: "only-the-top-knows-lsp",
      severity: "error",
      from: { path: "^server/src/", pathNot: "^server/src/(features|server|cli|main)" },
      to: { path: "node_modules/vscode-languageserver(-protocol|-types)?/" },
    },
    {
      name: "only-the-client-knows-vscode",
      severity: "error",
      from: { path: "^server/" },
      to: { path: "^(vscode$|client/)" },
    },
    {
      name: "the-client-knows-no-server-code",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "^server/" },
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
