import type { Rights } from '../../risk/rights.ts';
import type { Words } from '../../words/words.ts';

/** Whose rights the tasks use, and what whoever starts the execution needs besides, in a sentence or two. */
export function roleWords({ role, start }: Pick<Rights, 'role' | 'start'>): Words {
  const needed = start.map(({ action, resource }) => (resource === '*' ? action : `${action} (${resource})`));
  const whose = whoseWords(role);
  if (needed.length === 0) return whose;
  return {
    en: `${whose.en} Starting it needs ${needed.join(', ')}.`,
    zh: `${whose.zh}启动执行还需要 ${needed.join('、')}。`,
  };
}

function whoseWords(role: Rights['role']): Words {
  switch (role.kind) {
    case 'named':
      return { en: `The tasks run with the role ${role.name}.`, zh: `任务以角色 ${role.name} 运行。` };
    case 'run-time':
      return { en: 'The tasks run with a role that is chosen at the start.', zh: '任务以启动时指定的角色运行。' };
    default:
      return {
        en: 'The tasks run with the permissions of whoever starts it.',
        zh: '任务以启动者自己的权限运行。',
      };
  }
}
