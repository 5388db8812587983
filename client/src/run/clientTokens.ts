import { createHash, randomUUID } from 'node:crypto';

/** Tokens by which the service knows a second try: the same for what is sent again, another one for anything else. */
export class ClientTokens {
  #token = '';
  #print = '';

  /** Of the content only a hash is kept, since it has secrets in it. */
  tokenFor(content: unknown): string {
    const print = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    if (print !== this.#print) this.#token = randomUUID();
    this.#print = print;
    return this.#token;
  }
}
