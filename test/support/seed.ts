import fc from "fast-check";

/**
 * Property tests draw the same cases on every run, so that a run that fails fails again. To look
 * farther, give another seed: `BYOB_SEED=7 npm run test:unit`.
 */
fc.configureGlobal({ seed: Number(process.env["BYOB_SEED"] ?? 20_260_101) });
