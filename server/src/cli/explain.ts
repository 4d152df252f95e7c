import { type Command } from "./terminal.js";

export const explain: Command = async () => await Promise.resolve(2);
