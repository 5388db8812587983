import type { Words } from '../words/words.ts';

/** How much an operation can hurt. `medium` changes or interrupts what exists without destroying it by its name. */
export type RiskClass = 'high' | 'medium' | 'none';

/** Operations that are known by the begin of their names. */
export interface VerbRule {
  readonly verbs: readonly string[];
  readonly class: RiskClass;
  /** True: what it takes away does not come back. Undefined: it depends on what it is called for. */
  readonly irreversible: boolean | undefined;
  readonly reason: (verb: string) => Words;
}

/** Operations that are known by their whole names, in lower case. */
export interface NameRule {
  readonly names: readonly string[];
  readonly class: RiskClass;
  readonly irreversible: boolean | undefined;
  /** What it interrupts goes on afterwards, but the interruption stays. */
  readonly interrupts?: boolean;
  readonly reason: Words;
}

/**
 * What OOS itself takes for a high risk unless the task is marked otherwise: names that begin so (user guide, page 120819
 * in its state of August 2019; later states do not show the section, templates still use the mark).
 */
export const documentedPrefixes: readonly string[] = ['Delete', 'Remove', 'Terminate', 'Drop'];

/** What the overview of executions in the user guide names beside deleting, in words. */
export const documentedInWords: readonly string[] = ['Release', 'Stop'];

/** A harmless verb, and yet they destroy data or interrupt a service. Our own list. */
export const highNames: readonly NameRule[] = [
  {
    names: ['replacesystemdisk', 'replacesystemdisks', 'reinitdisk'],
    class: 'high',
    irreversible: true,
    reason: {
      en: 'The disk is reinitialised: all data on it is lost.',
      zh: '磁盘会被重新初始化，盘上的数据全部丢失。',
    },
  },
  {
    names: ['resetdisk', 'resetdisks'],
    class: 'high',
    irreversible: true,
    reason: {
      en: 'The disk goes back to a snapshot: what was written since is lost.',
      zh: '磁盘会回滚到快照，此后写入的数据全部丢失。',
    },
  },
  {
    names: ['detachdisk'],
    class: 'high',
    irreversible: false,
    reason: {
      en: 'The disk is taken away from a machine that may be writing to it.',
      zh: '磁盘会从可能正在写入数据的实例上卸载。',
    },
  },
  {
    names: ['resetaccount'],
    class: 'high',
    irreversible: undefined,
    reason: {
      en: 'The privileged account of the database is reset; whoever uses it is locked out.',
      zh: '数据库的高权限账号会被重置，正在使用它的程序将无法登录。',
    },
  },
  {
    names: ['rebootinstance', 'rebootinstances', 'restartdbinstance', 'restartinstance', 'rebootdesktops'],
    class: 'high',
    irreversible: false,
    interrupts: true,
    reason: { en: 'It restarts: the service is interrupted.', zh: '会重启，服务会中断。' },
  },
  {
    names: ['switchdbinstanceha'],
    class: 'high',
    irreversible: false,
    interrupts: true,
    reason: {
      en: 'The database switches over to its standby: connections break.',
      zh: '数据库会切换到备库，现有连接会中断。',
    },
  },
  {
    names: ['rebuilddesktops', 'resetdesktops'],
    class: 'high',
    irreversible: true,
    reason: {
      en: 'The desktop is set up anew: what is on its disks is lost.',
      zh: '云电脑会被重置，磁盘上的数据会丢失。',
    },
  },
  {
    names: ['restoredbinstance', 'recoverydbinstance', 'restoreinstance'],
    class: 'high',
    irreversible: true,
    reason: {
      en: 'An older state takes the place of the data as it is now.',
      zh: '会用较早的状态覆盖现有数据。',
    },
  },
  {
    names: ['revokeinstancefromscalinggroup'],
    class: 'high',
    irreversible: undefined,
    reason: {
      en: 'The instance leaves its scaling group, and may be released with that.',
      zh: '实例会移出伸缩组，并可能随之被释放。',
    },
  },
];

/** The verb sounds destructive, but what is lost can be written again by a second call. Our own list. */
export const recoverable: { readonly pattern: RegExp; readonly reason: Words } = {
  pattern:
    /^(?:Remove|Delete)(?:Tags?|TagResources|.*TagResources)$|^UntagResources$|^Stop(?:Invocation|Command|Logging|Execution|Execute)/i,
  reason: {
    en: 'Only tags, or a run that is under way, are given up; a second call brings them back.',
    zh: '只会去掉标签或停止正在进行的任务，再次调用即可恢复。',
  },
};

export const highVerbs: readonly VerbRule[] = [
  {
    verbs: ['Delete', 'Terminate', 'Drop'],
    class: 'high',
    irreversible: true,
    reason: (verb) => ({
      en: `OOS treats operations that begin with ${verb} as high-risk.`,
      zh: `OOS 将以 ${verb} 开头的操作视为高风险操作。`,
    }),
  },
  {
    verbs: ['Remove'],
    class: 'high',
    irreversible: undefined,
    reason: (verb) => ({
      en: `OOS treats operations that begin with ${verb} as high-risk.`,
      zh: `OOS 将以 ${verb} 开头的操作视为高风险操作。`,
    }),
  },
  {
    verbs: ['Release'],
    class: 'high',
    irreversible: true,
    reason: () => ({
      en: 'The OOS documentation lists releasing as irrevocable. What is released may already belong to somebody else.',
      zh: 'OOS 文档将释放列为不可撤销的操作，释放后的资源可能已归他人。',
    }),
  },
  {
    verbs: ['Stop'],
    class: 'high',
    irreversible: false,
    reason: () => ({
      en: 'It stops what is running: the service is interrupted. The OOS documentation lists stopping beside deleting as irrevocable.',
      zh: '会停止正在运行的资源，服务会中断。OOS 文档将停止与删除并列为高风险操作。',
    }),
  },
  {
    verbs: ['Purge', 'Destroy', 'Erase', 'Clear', 'Flush', 'Wipe', 'Truncate', 'Kill', 'Abolish'],
    class: 'high',
    irreversible: true,
    reason: (verb) => ({
      en: `Operations that begin with ${verb} destroy what is there.`,
      zh: `以 ${verb} 开头的操作会销毁现有内容。`,
    }),
  },
  {
    verbs: ['Unsubscribe', 'Refund'],
    class: 'high',
    irreversible: true,
    reason: () => ({
      en: 'What was paid for in advance is refunded, and the resource is lost.',
      zh: '会退订预付费资源，资源随之失去。',
    }),
  },
];

/** Where Batch, Bulk or Mass stands before a documented prefix: what OOS documented is about the begin of the whole name. */
export const batchReason = (verb: string): Words => ({
  en: `It does to many what ${verb} does to one. It is not documented that OOS treats it as high-risk, as its name begins with another word.`,
  zh: `与 ${verb} 作用相同，但一次作用于多个对象。其名称以其他单词开头，文档未说明 OOS 是否将其视为高风险操作。`,
});

/** Of a call that WaitFor or CheckFor makes to look at its answer, though it does more than read. */
export const carriedOutReason: Words = {
  en: 'WaitFor and CheckFor are for operations that only read, and this one is carried out all the same.',
  zh: 'WaitFor 和 CheckFor 用于只读取信息的操作，而该操作仍会被执行。',
};

/** WaitFor and CheckFor look at the answer of what they call. */
export const asksReason: Words = {
  en: 'WaitFor and CheckFor are for operations that only read.',
  zh: 'WaitFor 和 CheckFor 用于只读取信息的操作。',
};

export const readVerbs: VerbRule = {
  verbs: [
    ...['Describe', 'List', 'Get', 'Query', 'Check', 'Search', 'Validate', 'Preview', 'Inquiry', 'Count', 'Lookup'],
    ...['Head', 'Verify', 'Test', 'Estimate', 'Diagnose', 'Export', 'Generate'],
  ],
  class: 'none',
  irreversible: false,
  reason: () => ({ en: 'It only reads.', zh: '只读取信息。' }),
};

export const harmlessNames: NameRule = {
  names: ['runinstances', 'renewinstance', 'invokefunction', 'executescalingrule'],
  class: 'none',
  irreversible: false,
  reason: {
    en: 'It adds or starts something and touches nothing that exists.',
    zh: '只新增或启动资源，不影响现有资源。',
  },
};

export const mediumVerbs: readonly VerbRule[] = [
  {
    verbs: [
      ...['Modify', 'Update', 'Set', 'Reset', 'Put', 'Change', 'Rotate', 'Renew', 'Refresh', 'Overwrite', 'Convert'],
      ...['Transform', 'Move', 'Lock', 'Unlock'],
    ],
    class: 'medium',
    irreversible: undefined,
    reason: () => ({ en: 'It changes what exists.', zh: '会更改现有资源。' }),
  },
  {
    verbs: [
      ...['Disable', 'Unassociate', 'Disassociate', 'Dissociate', 'Detach', 'Unbind', 'Unassign', 'Cancel', 'Revoke'],
      ...['Deregister', 'Untag', 'Leave', 'Exit', 'Enter', 'Evict', 'Drain'],
    ],
    class: 'medium',
    irreversible: false,
    reason: () => ({ en: 'It takes apart or switches off what belongs together.', zh: '会解除关联或停用现有资源。' }),
  },
  {
    verbs: [
      ...['Reboot', 'Restart', 'Suspend', 'Deactivate', 'Abort', 'Rollback', 'Revert', 'Restore', 'Recover', 'Reinit'],
      ...['Replace', 'Rebuild', 'Resize', 'Rescale', 'Scale', 'Shrink', 'Switch', 'Migrate', 'Upgrade', 'Downgrade'],
    ],
    class: 'medium',
    irreversible: undefined,
    reason: () => ({ en: 'It may interrupt a service or replace data.', zh: '可能中断服务或替换数据。' }),
  },
  {
    verbs: ['Execute', 'Exec', 'Invoke', 'Run', 'Send', 'Operate'],
    class: 'medium',
    irreversible: undefined,
    reason: () => ({
      en: 'It runs what it is given; the name does not tell how much that can hurt.',
      zh: '会运行传入的内容，仅凭名称无法判断其危害。',
    }),
  },
  {
    verbs: ['Accept', 'Allow', 'Grant', 'Authorize', 'Open', 'Close'],
    class: 'medium',
    irreversible: false,
    reason: () => ({ en: 'It changes who or what has access.', zh: '会更改访问权限。' }),
  },
];

/** Where no rule says anything: Create, Add, Start, Attach, Allocate, Copy, Tag, Enable... */
export const noRiskReason: Words = {
  en: 'Nothing in its name speaks of a risk.',
  zh: '名称中没有表明风险的内容。',
};
