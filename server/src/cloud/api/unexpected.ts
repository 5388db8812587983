import type { Words } from '../../words/words.ts';
import { OosError } from '../oosError.ts';

/** Where in the answer to which operation. */
export interface Place {
  readonly operation: string;
  readonly requestId: string | undefined;
  /** Such as Executions[3].ExecutionId; empty for the whole answer. */
  readonly path: string;
}

/** The answer has something else where `expected` must be. What it has is not repeated: it may be secret. */
export function unexpected({ operation, requestId, path }: Place, expected: Words): never {
  const en = requestId === undefined ? '' : ` (request ID ${requestId})`;
  const zh = requestId === undefined ? '' : `（请求 ID ${requestId}）`;
  throw new OosError(
    {
      en: `The answer to ${operation} cannot be understood: ${path || 'it'} is not ${expected.en}. Check that the endpoint is one of OOS.${en}`,
      zh: `无法理解 ${operation} 的响应：${path || '其内容'}不是${expected.zh}。请检查接入点是否属于 OOS。${zh}`,
    },
    { kind: 'protocol', operation, requestId },
  );
}
