import type { Words } from '../../words/words.ts';

/** A value that OOS provides. */
export interface PseudoParameter {
  /** In its canonical case, `ACS::` included. */
  readonly name: string;
  /** The type of the value; undefined when it depends on the template. */
  readonly type: 'String' | undefined;
  /** `loop`: only in a task with a Loop, and in the tasks of an ACS::Loop. */
  readonly scope: 'everywhere' | 'loop';
  readonly summary: Words;
}

/** Those that published templates use. There is no official list, so a name that is not here may exist all the same. */
export const pseudoParameters: readonly PseudoParameter[] = [
  {
    name: 'ACS::RegionId',
    type: 'String',
    scope: 'everywhere',
    summary: { en: 'The region of the execution.', zh: '执行所在的地域。' },
  },
  {
    name: 'ACS::AccountId',
    type: 'String',
    scope: 'everywhere',
    summary: { en: 'The id of the account that the execution belongs to.', zh: '执行所属账号的 ID。' },
  },
  {
    name: 'ACS::ExecutionId',
    type: 'String',
    scope: 'everywhere',
    summary: { en: 'The id of the execution, such as exec-1234.', zh: '执行的 ID，例如 exec-1234。' },
  },
  {
    name: 'ACS::ExecuteUser',
    type: 'String',
    scope: 'everywhere',
    summary: { en: 'The user who started the execution.', zh: '启动执行的用户。' },
  },
  {
    name: 'ACS::CurrentUTCTime',
    type: 'String',
    scope: 'everywhere',
    summary: { en: 'The current time in UTC.', zh: '当前的 UTC 时间。' },
  },
  {
    name: 'ACS::CurrentDate',
    type: 'String',
    scope: 'everywhere',
    summary: { en: 'The current date.', zh: '当前日期。' },
  },
  {
    name: 'ACS::OOSUtilVersion',
    type: 'String',
    scope: 'everywhere',
    summary: {
      en: 'The version of oosutil, the OOS tool that runs on instances.',
      zh: 'oosutil 的版本，即在实例上运行的 OOS 工具。',
    },
  },
  {
    name: 'ACS::TaskLoopItem',
    type: undefined,
    scope: 'loop',
    summary: { en: 'The current element of the loop.', zh: '循环的当前元素。' },
  },
];

const byName = new Map(pseudoParameters.map((it) => [it.name.toLowerCase(), it]));

/** The pseudo-parameter of this name, `ACS::` included, without regard to letter case. */
export function pseudoParameterNamed(name: string): PseudoParameter | undefined {
  return byName.get(name.toLowerCase());
}
