/** What can be said of a claim about a text that is known in part only. */
export type Truth = "yes" | "no" | "unknown";

export function truth(claim: boolean): Truth {
  return claim ? "yes" : "no";
}

export function not(claim: Truth): Truth {
  return claim === "yes" ? "no" : claim === "no" ? "yes" : "unknown";
}

/** Holds when all hold, and for none. */
export function every(claims: Iterable<Truth>): Truth {
  let result: Truth = "yes";
  for (const claim of claims) {
    if (claim === "no") return "no";
    if (claim === "unknown") result = "unknown";
  }
  return result;
}

/** Holds when one holds; never for none. */
export function some(claims: Iterable<Truth>): Truth {
  let result: Truth = "no";
  for (const claim of claims) {
    if (claim === "yes") return "yes";
    if (claim === "unknown") result = "unknown";
  }
  return result;
}
