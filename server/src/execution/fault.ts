import { type Json, lengthOf } from './json.ts';

/** Why a task or a run fails, as a sentence in English for its status message. Nothing else is thrown here on purpose. */
export class Fault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Fault';
  }
}

/** For what this layer does not do, though the service may. `construct` names it. */
export const unsupported = (construct: string): Fault => new Fault(`not supported by the Local OOS: ${construct}`);

/**
 * Does what a template asks for, or tells why it cannot be done. A mistake of ours is no fault and goes on to the host; a
 * RangeError is what the engine throws for texts, lists and nesting beyond all measure, which a template can ask for.
 */
export function attempt<T>(act: () => T): { readonly value: T } | { readonly fault: string } {
  try {
    return { value: act() };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    if (error instanceof RangeError) return { fault: 'A value becomes too large.' };
    throw error;
  }
}

/** Characters of JSON text; far more than any answer has, and little enough to be kept in great numbers. */
const LONGEST = 4 * 1024 * 1024;

/** Throws the Fault for a text that is about to become this long. */
export function checkLength(length: number): void {
  if (length > LONGEST) throw new Fault('A value becomes too large.');
}

/** The value, or a Fault where it is too long to be kept: values that embed values can double with every step. */
export function bounded<T extends Json>(value: T): T {
  checkLength(lengthOf(value));
  return value;
}
