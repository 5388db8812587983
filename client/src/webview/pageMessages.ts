/** A fact with its name, in a list of them. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What is going on, or has gone wrong. `none`: nothing, and `text` is empty. */
export interface Notice {
  readonly tone: 'busy' | 'failure' | 'none';
  readonly text: string;
}
