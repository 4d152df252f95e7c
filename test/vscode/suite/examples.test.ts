import { extensions } from "vscode";
import { equal } from "../support/expect.js";
import { describe, it } from "../support/mocha.js";

describe("examples", () => {
  it("is there", () => {
    equal(extensions.getExtension("p.t") === undefined, false);
  });
});
