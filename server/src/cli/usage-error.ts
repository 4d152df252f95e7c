/** A wrong use of the command line, told in one line. */
export class UsageError extends Error {}
