// Bundles each side into one file. `node esbuild.js --watch` rebuilds on every change, and
// `node esbuild.js --list-packages` only prints the packages that the bundles are made of.
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { build, context } from "esbuild";

const { version } = JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8"));

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  minify: !process.argv.includes("--watch"),
  sourcemap: process.argv.includes("--watch") ? "inline" : false,
  // Of packages that come in two forms, the older one cannot be bundled whole.
  mainFields: ["module", "main"],
  legalComments: "none",
  logLevel: "warning",
  define: { BYOB_VERSION: JSON.stringify(version) },
};

/** @type {import("esbuild").BuildOptions} */
const node = {
  ...common,
  platform: "node",
  target: "node20",
  format: "cjs",
  // Its other form asks for its own URL, which a script does not know.
  alias: { "web-tree-sitter": "./node_modules/web-tree-sitter/web-tree-sitter.cjs" },
};

/** @type {import("esbuild").BuildOptions} */
const web = {
  ...common,
  platform: "browser",
  target: "es2022",
  mainFields: ["browser", "module", "main"],
  conditions: ["browser"],
};

/**
 * VS Code takes a `.js` file of a package of type "module" for an ES module, which its web host does
 * not run. The manifest therefore names a copy that says by its name what it is.
 */
const copyWebClient = {
  name: "copy-web-client",
  setup: ({ onEnd }) => {
    onEnd(() => copyFile("dist/client.web.js", "dist/client.web.cjs"));
  },
};

/** What is read at run time, beside the bundles. */
const grammars = [
  "node_modules/web-tree-sitter/web-tree-sitter.wasm",
  "node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm",
];

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  {
    ...node,
    entryPoints: ["client/src/extension.ts"],
    outfile: "dist/client.cjs",
    external: ["vscode"],
  },
  { ...node, entryPoints: ["server/src/main.ts"], outfile: "dist/server.cjs" },
  { ...node, entryPoints: ["server/src/server/engine.ts"], outfile: "dist/engine.cjs" },
  {
    ...node,
    entryPoints: ["server/src/cli/main.ts"],
    outfile: "dist/cli.cjs",
    banner: { js: "#!/usr/bin/env node" },
  },
  {
    ...web,
    entryPoints: ["client/src/extension.web.ts"],
    outfile: "dist/client.web.js",
    format: "cjs",
    external: ["vscode"],
    plugins: [copyWebClient],
  },
  {
    ...web,
    entryPoints: ["server/src/main.web.ts"],
    outfile: "dist/server.web.js",
    format: "iife",
  },
];

/** The folders of the packages whose code or grammar is in a bundle, in order, as JSON. */
async function listPackages() {
  const built = await Promise.all(
    bundles.map((options) => build({ ...options, plugins: [], metafile: true, write: false })),
  );
  const paths = built.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
        bytesInOutput > 0 ? [path] : [],
      ),
    ),
  );
  const packages = [...paths, ...grammars].flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  );
  return [...new Set(packages)].sort();
}

async function buildAll() {
  await mkdir("dist", { recursive: true });
  await Promise.all(grammars.map((path) => copyFile(path, `dist/${basename(path)}`)));
  for (const options of bundles) {
    const bundle = await context(options);
    if (process.argv.includes("--watch")) await bundle.watch();
    else {
      await bundle.rebuild();
      await bundle.dispose();
    }
  }
}

if (process.argv.includes("--list-packages")) console.log(JSON.stringify(await listPackages()));
else await buildAll();
