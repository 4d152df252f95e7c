/** Whether a text is several methods in one, as a missing comma or quote leaves them: `GET HEAD`, `GET, PUT`. */
export function isJoinedMethods(text: string): boolean {
  return text.includes(",") || splitMethods(text).length > 1;
}

export function splitMethods(text: string): readonly string[] {
  return text.split(/[\s,;|]+/).filter((part) => part !== "");
}
