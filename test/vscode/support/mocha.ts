import type {} from "mocha";
// Mocha's browser build needs no Node, so that one bundle runs in both extension hosts.
import "mocha/mocha.js";
import { report } from "./report.js";

/** A regular expression for the titles of the tests to run, set where the suite is bundled. */
declare const wantedTests: string;

/** Starting the language server may take long on a busy machine; what is awaited is an event. */
const patience = 180_000;

const mocha = new Mocha({ ui: "bdd", reporter: Mocha.reporters.Base, timeout: patience });
const context: Partial<Pick<typeof globalThis, "describe" | "it" | "before" | "after">> = {};
mocha.grep(wantedTests);
mocha.suite.emit("pre-require", context, null, mocha);

export const { describe, it, before, after } = context as Required<typeof context>;

/** Runs all tests declared so far and tells how many failed. */
export async function runMocha(): Promise<number> {
  return await new Promise((resolve) => {
    report(mocha.run(resolve));
  });
}
