import { mergeConfig } from "vitest/config";
import config from "./vitest.config.js";

/** The tests that notice a change of the source; those of what is built from it take too long. */
export default mergeConfig(config, {
  test: {
    exclude: [
      "test/bundle.test.ts",
      "test/start.test.ts",
      "test/fuzz.test.ts",
      "test/growth.test.ts",
      "test/layers.test.ts",
      "test/notices.test.ts",
      "test/words.test.ts",
    ],
  },
});
