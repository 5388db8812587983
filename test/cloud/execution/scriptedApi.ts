import { createOosApi, type OosApi } from '../../../server/src/cloud/api/oosApi.ts';
import { OosError } from '../../../server/src/cloud/oosError.ts';

type Parameters = Readonly<Record<string, string>>;
type Reply = object | OosError | ((parameters: Parameters) => object);

/** What each operation answers from now on, and what was asked, as `Operation name=value ...`. */
export class Script {
  readonly asked: string[] = [];
  readonly api: OosApi;
  readonly #replies = new Map<string, Reply>();

  constructor() {
    this.api = createOosApi({
      call: async (operation, parameters) => {
        this.asked.push(
          `${operation} ${Object.entries(parameters)
            .map((it) => it.join('='))
            .join(' ')}`,
        );
        const reply = this.#replies.get(operation);
        if (reply instanceof OosError) throw reply;
        const body = typeof reply === 'function' ? reply(parameters) : (reply ?? {});
        return { body: { ...body }, requestId: undefined };
      },
    });
  }

  answer(operation: string, reply: Reply): this {
    this.#replies.set(operation, reply);
    return this;
  }

  /** In pages of two, with tokens. */
  paged(operation: string, list: string, items: readonly object[]): this {
    return this.answer(operation, ({ NextToken = '0' }) => {
      const end = Number(NextToken) + 2;
      return { [list]: items.slice(end - 2, end), NextToken: end < items.length ? String(end) : '' };
    });
  }
}

export const unreachable = new OosError({ en: 'Out of reach.', zh: '无法访问。' }, { kind: 'network' });
