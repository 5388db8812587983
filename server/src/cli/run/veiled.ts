import { redactor } from '../../cloud/redact.ts';
import type { Io, Out } from '../io.ts';
import { printable } from '../terminal.ts';

/**
 * The same process, but what is written to it never has the values of NoEcho parameters, should the service repeat them in a
 * log or an output. Values of less than four characters stay: without them no text could be read.
 */
export function veiled(io: Io, secrets: readonly string[]): Io {
  if (secrets.length === 0) return io;
  const redact = redactor(secrets.flatMap(writings));
  const veil = (out: Out): Out => ({
    write: (text) => out.write(redact(text)),
    get isTTY() {
      return out.isTTY;
    },
    get columns() {
      return out.columns;
    },
  });
  const { stdout, stderr } = io;
  // The rest of it stays as it is, also what is looked up only when it is needed.
  return Object.create(io, { stdout: { value: veil(stdout) }, stderr: { value: veil(stderr) } });
}

/** As it is, in JSON, made printable, and line by line. */
function writings(secret: string): string[] {
  const forms = [secret, JSON.stringify(secret).slice(1, -1), printable(secret)];
  return /[\r\n]/.test(secret) ? [...forms, ...secret.split(/[\r\n]+/)] : forms;
}
