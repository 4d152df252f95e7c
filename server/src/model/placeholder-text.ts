/**
 * Whether a policy's text holds something that is filled in before it is sent: `<bucket>`,
 * `{{ bucket }}`, `$(BUCKET)` or `${BUCKET}`. Policy variables such as `${aws:username}` are none.
 */
export function holdsPlaceholder(text: string): boolean {
  for (let offset = 0; offset < text.length; offset++) {
    switch (text[offset]) {
      case "<":
        if (text.indexOf(">", offset) > offset + 1) return true;
        break;
      case "{":
        if (text[offset + 1] === "{" && text.includes("}}", offset)) return true;
        break;
      case "$":
        if (text[offset + 1] === "(" && text.includes(")", offset)) return true;
        if (text[offset + 1] === "{" && !isVariable(text, offset + 2)) return true;
        break;
    }
  }
  return false;
}

/** A policy variable names a key (`aws:username`) or escapes a character (`*`, `?`, `$`). */
function isVariable(text: string, start: number): boolean {
  const end = text.indexOf("}", start);
  const name = text.slice(start, end < 0 ? text.length : end);
  return (
    end < 0 || name.includes(":") || name === "*" || name === "?" || name === "$" || name === ""
  );
}
