/** What each severity means, from the gravest on; the rules' pages print it. */
export const severityMeanings = {
  error: "The cloud rejects it, or W&B cannot work with it.",
  warning: "It does not work as written, or it exposes data.",
  info: "It is worth knowing, or the documentation is inconclusive.",
  hint: "It could be simplified or cleaned up.",
} as const;

export type Severity = keyof typeof severityMeanings;

/** All severities, from the gravest on. */
export const allSeverities = ["error", "warning", "info", "hint"] as const satisfies Severity[];

/** What a user may set a rule to. */
export const severityChoices = ["off", ...allSeverities] as const;

export type SeverityChoice = (typeof severityChoices)[number];
