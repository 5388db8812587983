import type { Words } from '../../words/words.ts';

/** Standard output takes nothing more, as on a full disk. `code` of the system, such as ENOSPC. */
export function lostOutput(code: string | undefined): Words {
  const suffix = code === undefined ? '' : ` (${code})`;
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? {
        en: `oos: The output could not be written${suffix}: no space is left. What is there is not all of it.\n`,
        zh: `oos: 无法写入输出${suffix}：空间不足。已写入的内容不完整。\n`,
      }
    : {
        en: `oos: The output could not be written${suffix}. What is there is not all of it.\n`,
        zh: `oos: 无法写入输出${suffix}。已写入的内容不完整。\n`,
      };
}
