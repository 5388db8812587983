/** The states that can be made to last, so that it can be seen what a client makes of them. */
export const lagStates = ['queued', 'started', 'running'] as const;

type LagState = (typeof lagStates)[number];

/**
 * How long things stay in a state, in milliseconds inside: executions Queued and then Started, tasks that call something
 * Started and then Running.
 */
export type Lags = Readonly<Partial<Record<LagState, number>>>;
