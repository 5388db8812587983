import type { PolicyComparison } from '../../features/risk/comparePolicy.ts';
import { undocumented } from '../../features/risk/rightsValue.ts';
import { roleWords } from '../../features/risk/roleWords.ts';
import { pathOf, pathText } from '../../risk/assess.ts';
import type { Rights } from '../../risk/rights.ts';
import { unseenWords } from '../../risk/unseenWords.ts';
import type { Words } from '../../words/words.ts';
import { Lines } from '../files/position.ts';
import type { MissingRights, PolicyWord } from '../policy/askPolicy.ts';

/** What a policy does not say by itself: whose rights these are, what is uncertain, and what may be missing. A line each. */
export function policyNotes(text: string, rights: Rights): Words[] {
  const lines = new Lines(text);
  const unsure = undocumented(rights.run);
  const unseen = rights.unseen.map((it): Words => {
    const line = lines.positionAt(it.range.start).line + 1;
    const path = pathText(pathOf(it.tasks));
    const words = unseenWords(it);
    return { en: `Line ${line}, '${path}': ${words.en}`, zh: `第 ${line} 行“${path}”：${words.zh}` };
  });
  return [...unseen, ...(unsure.length > 0 ? [unsureWords(unsure)] : []), roleWords(rights)];
}

const unsureWords = (actions: readonly string[]): Words => ({
  en: `Not documented, but assumed: ${actions.join(', ')}.`,
  zh: `以下权限没有文档依据，为推测：${actions.join('、')}。`,
});

/** What the service says, a line each. */
export const serviceNotes = ({ comparison, missing }: PolicyWord): Words[] => [
  ...(comparison ? comparisonNotes(comparison) : [unreadable]),
  ...(missing ? missingNotes(missing) : []),
];

function comparisonNotes({ agreed, onlyOurs, onlyService }: PolicyComparison): Words[] {
  if (onlyOurs.length + onlyService.length === 0) {
    return [
      {
        en: `OOS generates the same policy: ${agreed} ${agreed === 1 ? 'action' : 'actions'}.`,
        zh: `OOS 生成的策略与此相同，共 ${agreed} 项。`,
      },
    ];
  }
  return [
    {
      en: `OOS generates another policy: ${agreed} in both, ${onlyOurs.length} only here (-), ${onlyService.length} only there (+).`,
      zh: `OOS 生成的策略与此不同：双方均有 ${agreed} 项，仅此处有（-）${onlyOurs.length} 项，仅服务有（+）${onlyService.length} 项。`,
    },
    ...onlyOurs.map(({ right, why }) => signed('-', right.action, why)),
    ...onlyService.map(({ action, why }) => signed('+', action, why)),
  ];
}

const signed = (sign: string, action: string, why: Words): Words => ({
  en: `  ${sign} ${action}: ${why.en}`,
  zh: `  ${sign} ${action}：${why.zh}`,
});

function missingNotes({ role, text, actions }: MissingRights): Words[] {
  if (!actions) {
    return [
      {
        en: `The role ${role} lacks something; OOS says it in a form that cannot be read: ${text}`,
        zh: `角色 ${role} 缺少部分权限，但 OOS 返回的内容无法识别：${text}`,
      },
    ];
  }
  return actions.length === 0
    ? [{ en: `The role ${role} has all of these permissions.`, zh: `角色 ${role} 拥有全部权限。` }]
    : [{ en: `The role ${role} lacks: ${actions.join(', ')}.`, zh: `角色 ${role} 缺少：${actions.join('、')}。` }];
}

const unreadable: Words = {
  en: 'OOS answered with a policy that cannot be read.',
  zh: 'OOS 返回的策略无法识别。',
};
