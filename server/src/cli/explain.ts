import { type Command } from "./run.js";

export const explain: Command = async () => await Promise.resolve(2);
