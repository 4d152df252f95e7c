/** A page or a piece of public code that states a fact. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** The day or month (ISO 8601) of the version that was read. */
  readonly date: string;
}

/** How sure a fact is: read in the source, the vendor's word, or our inference. */
export type Certainty = "verified" | "documented" | "inferred" | "uncertain";

/** Something that a rule may rely on, with the page that says so. */
export interface Fact<T> {
  readonly value: T;
  readonly source: Source;
  readonly certainty: Certainty;
}
