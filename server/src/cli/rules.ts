import { rulePage } from "../catalog/pages.js";
import { sourceOf } from "../catalog/sources.js";
import { allRules } from "../rules/registry.js";
import { judges } from "../rules/scope.js";
import { unknownRule } from "./judging.js";
import { choice, readOptions } from "./options.js";
import { type Command } from "./terminal.js";
import { UsageError } from "./usage-error.js";

/** All rules, one a line. */
export const listRules: Command = (parameters, terminal) => {
  const { values, positionals } = readOptions(parameters, { format: { type: "string" } });
  const format = choice("format", values.format, ["text", "json"], "text");
  if (positionals.length > 0)
    throw new UsageError("rules does not accept arguments; see byob rule RULE");
  if (format === "json") {
    const rules = allRules.map((rule) => ({
      id: rule.id,
      severity: rule.severity,
      summary: rule.summary,
      judges: judges(rule),
      page: rulePage(rule.id),
    }));
    terminal.out(`${JSON.stringify(rules, null, 2)}\n`);
    return Promise.resolve(0);
  }
  const widest = Math.max(...allRules.map(({ id }) => id.length));
  for (const rule of allRules) {
    const { id, severity, summary } = rule;
    terminal.out(
      `${id.padEnd(widest)}  ${severity.padEnd(7)}  ${summary} [${judges(rule).join(", ")}]\n`,
    );
  }
  return Promise.resolve(0);
};

/** What a rule requires, and why. */
export const showRule: Command = (parameters, terminal) => {
  const { positionals } = readOptions(parameters, {});
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0)
    throw new UsageError("rule requires exactly one rule ID");
  const rule = allRules.find((each) => each.id === id);
  if (rule === undefined) throw new UsageError(unknownRule(id));
  const sections = [
    `${rule.id} (${rule.severity})`,
    rule.summary,
    rule.rationale,
    `Applies to: ${judges(rule).join(", ")}.`,
    `Messages:\n${Object.values(rule.messages)
      .map((message) => `  ${message}`)
      .join("\n")}`,
    `Sources:\n${rule.sources
      .map(sourceOf)
      .map(({ title, url, date }) => `  ${title} (${date})\n  ${url}`)
      .join("\n")}`,
    `Page: ${rulePage(rule.id)}`,
  ];
  terminal.out(`${sections.join("\n\n")}\n`);
  return Promise.resolve(0);
};
