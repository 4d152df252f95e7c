import { EventEmitter, type Event, type Range } from "vscode";

/** What the language status item says of the file at hand. */
export interface ShownStatus {
  readonly uri: string;
  /** Absent where the file holds nothing for this extension, so that nothing is shown. */
  readonly text: string | undefined;
  readonly detail: string;
}

/** What stands on screen and cannot be asked of VS Code; other extensions and tests get it. */
export interface Shown {
  readonly status: Watched<ShownStatus | undefined>;
  /** Where secrets are hidden, by the URI of their file. */
  readonly masks: Watched<ReadonlyMap<string, readonly Range[]>>;
}

/** A value that changes, and the event that tells so. */
export interface Watched<T> {
  readonly get: () => T;
  readonly onDidChange: Event<T>;
}

/** What changes such a value. */
export interface Watchable<T> extends Watched<T> {
  readonly set: (value: T) => void;
  readonly dispose: () => void;
}

export function watchable<T>(initial: T): Watchable<T> {
  const changed = new EventEmitter<T>();
  let current = initial;
  return {
    get: () => current,
    set: (value) => {
      current = value;
      changed.fire(value);
    },
    onDidChange: changed.event,
    dispose: () => {
      changed.dispose();
    },
  };
}
