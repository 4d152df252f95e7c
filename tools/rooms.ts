import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const { domains, layers } = require("../.dependency-cruiser.cjs") as {
  readonly layers: readonly string[];
  readonly domains: Readonly<Record<string, readonly string[]>>;
};

const start = "<!-- rooms: written by `npm run generate` from the folders and the walls -->\n";
const end = "<!-- /rooms -->";

/** ARCHITECTURE.md with the picture of the layers and the rooms in them as they are today. */
export function architectureText(markdown: string, root: string): string {
  const from = markdown.indexOf(start) + start.length;
  const to = markdown.indexOf(end);
  return `${markdown.slice(0, from)}\n\`\`\`text\n${picture(root)}\n\`\`\`\n\n${markdown.slice(to)}`;
}

function picture(root: string): string {
  const source = join(root, "server/src");
  const known = [...layers].reverse();
  const others = roomsOf(source).filter((name) => !known.includes(name));
  const rows = [...others, ...known].map((layer) => {
    const rooms = roomsOf(join(source, layer));
    return `${layer.padEnd(12)}${rooms.join(" · ")}`.trimEnd();
  });
  const walls = Object.entries(domains).map(
    ([domain, reads]) =>
      `${domain.padEnd(14)}${reads.length === 0 ? "no other room" : reads.join(", ")}`,
  );
  return [
    "A layer imports only layers below it:",
    "",
    ...rows,
    "",
    "Inside model and catalog, a room reads:",
    "",
    ...walls,
  ].join("\n");
}

function roomsOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(folder, entry.name)).length > 0)
    .map(({ name }) => name)
    .toSorted();
}
