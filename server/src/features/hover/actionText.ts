import type { ActionOrigin, ActionSpec } from '../../catalog/catalog.ts';
import { escaped, type Say } from './markdown.ts';

/** Where the knowledge about an action comes from, with the date: what stays open for days has no age of its own. */
export function originText(say: Say, origin: ActionOrigin): string {
  if (origin.kind === 'service') {
    const region = escaped(origin.region);
    const day = dayOf(origin.fetched);
    return say({ en: `the service in ${region}, asked on ${day}`, zh: `${region} 的服务，获取于 ${day}` });
  }
  if (origin.date === undefined) return say({ en: 'comes with this program', zh: '程序自带' });
  return say({
    en: `comes with this program, as published on ${origin.date}`,
    zh: `程序自带，依据 ${origin.date} 发布的内容`,
  });
}

/** In UTC, as YYYY-MM-DD. A broken date in a cache is none. */
const dayOf = (date: Date): string => (Number.isNaN(date.getTime()) ? '?' : date.toISOString().slice(0, 10));

/** The actions of which a page in the user guide is known to exist, in both languages, at an address made of the name. */
const withPage: ReadonlySet<string> = new Set([
  'ACS::ExecuteAPI',
  'ACS::WaitFor',
  'ACS::CheckFor',
  'ACS::ExecuteHttpRequest',
  'ACS::TimerTrigger',
  'ACS::AlarmTrigger',
  'ACS::EventTrigger',
  'ACS::Approve',
  'ACS::Choice',
  'ACS::Notify',
  'ACS::Sleep',
  'ACS::Template',
  'ACS::Loop',
]);

/**
 * A link to the page about an action, in the language of the reader. The user guide has one for each product action whose template
 * is published, which are those that come with this program; what only the service told may have none.
 */
export function pageLink(say: Say, { name, atomic, outputs }: ActionSpec): string {
  const isPublished = !atomic && outputs !== undefined;
  if (!withPage.has(name) && !isPublished) return '';
  const page = name.toLowerCase().replaceAll('::', '-');
  return say({
    en: `[Documentation](https://www.alibabacloud.com/help/en/oos/user-guide/${page})`,
    zh: `[帮助文档](https://help.aliyun.com/zh/oos/user-guide/${page})`,
  });
}
