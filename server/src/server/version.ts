/** Set by the bundler from the manifest, so that the manifest itself stays out of the bundle. */
declare const BYOB_VERSION: string | undefined;

/** The version that is being run. */
export const version: string = typeof BYOB_VERSION === "string" ? BYOB_VERSION : "0.0.0-source";
