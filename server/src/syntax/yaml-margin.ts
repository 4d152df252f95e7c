/**
 * Joins the lines of quoted JSON that stand no further in than their key. YAML forbids it, but the
 * parsers behind CloudFormation and SAM read it. Offsets stay: each line's end becomes a blank, which
 * YAML would fold it to. Nothing where no text is of this kind.
 */
export function joinQuotedLines(text: string): string | undefined {
  const lines: string[] = [];
  let at = 0;
  for (const { index, groups } of text.matchAll(quotedJson)) {
    const quote = groups?.["quote"] ?? "'";
    const indent = groups?.["indent"]?.length ?? 0;
    const start = index + (groups?.["head"]?.length ?? 0);
    if (start < at) continue;
    const end = endOf(text, start, quote);
    if (end === undefined) break;
    if (!/[}\]]\s*$/.test(text.slice(start, end))) continue;
    const held = text.slice(start, end);
    if (!isAtMargin(held, indent)) continue;
    lines.push(text.slice(at, start), held.replaceAll(/[\r\n]/g, " "));
    at = end;
  }
  return lines.length === 0 ? undefined : lines.join("") + text.slice(at);
}

/** A key whose quoted value begins like JSON and goes on on the next line. */
const quotedJson =
  /^(?<head>(?<indent>[ ]*)(?:- +)*[\w.-]+: +(?:![\w:]+ +)?(?<quote>['"]))[ ]*[{[][^'\n]*$/gm;

/** Where a quoted scalar's closing quote is. */
function endOf(text: string, start: number, quote: string): number | undefined {
  for (let offset = start; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === "\\" && quote === '"') offset += 1;
    else if (character === quote && quote === "'" && text[offset + 1] === quote) offset += 1;
    else if (character === quote) return offset;
  }
  return undefined;
}

/** Whether a line after the first stands no further in than the key. */
function isAtMargin(held: string, indent: number): boolean {
  const [, ...rest] = held.split("\n");
  return rest.some((line) => line.trim() !== "" && line.search(/\S/) <= indent);
}
