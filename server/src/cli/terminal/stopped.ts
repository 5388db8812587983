/** The person has left: Ctrl-C at a question, or the input has ended. All that is to be said has been said; the exit code is 2. */
export class Stopped extends Error {}
