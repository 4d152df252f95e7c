import { type Command } from "./terminal.js";

export const preflight: Command = async () => await Promise.resolve(2);
export const convert: Command = async () => await Promise.resolve(2);
