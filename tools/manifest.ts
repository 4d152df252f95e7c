import * as z from "zod";
import { allRules } from "../server/src/rules/registry.js";
import { settingsShape } from "../server/src/schema/settings.js";
import { severityChoices } from "../server/src/schema/severity.js";
import { schemaFiles } from "./schemas.js";
import { snippetFiles } from "./snippets.js";

type Json = Readonly<Record<string, unknown>>;

/** How each setting is listed; what it means is told once, in the settings' schema. */
const order = Object.keys(settingsShape);

/** The manifest with everything in it that follows from the source. */
export function manifestText(current: string): string {
  const manifest = JSON.parse(current) as Json & { readonly contributes: Json };
  const contributes = {
    ...manifest.contributes,
    configuration: { title: "BYOB", properties: settings() },
    jsonValidation: schemaFiles.flatMap(({ path, fileMatch }) =>
      fileMatch.length > 0 ? [{ fileMatch, url: `./${path}` }] : [],
    ),
    snippets: snippetFiles.flatMap(({ languages, path }) =>
      languages.map((language) => ({ language, path: `./${path}` })),
    ),
  };
  return `${JSON.stringify({ ...manifest, contributes }, null, 2)}\n`;
}

function settings(): Json {
  return Object.fromEntries(
    Object.entries(settingsShape).map(([name, shape]) => {
      const schema = z.toJSONSchema(shape, { target: "draft-07", io: "input" }) as Json;
      const { description } = schema;
      const rest = Object.fromEntries(
        Object.entries(schema).filter(([key]) => key !== "$schema" && key !== "description"),
      );
      const base = {
        ...rest,
        markdownDescription: description,
        order: order.indexOf(name),
        scope: name === "maskSecrets" ? "window" : "resource",
      };
      return [`byob.${name}`, name === "rules" ? { ...base, ...ruleSettings() } : base];
    }),
  );
}

function ruleSettings(): Json {
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      allRules.map(({ id, severity, summary }) => [
        id,
        { enum: severityChoices, default: severity, description: summary },
      ]),
    ),
  };
}
