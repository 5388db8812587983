import type { OosApi } from '../../server/src/cloud/api/oosApi.ts';
import { contentHash } from '../../server/src/cloud/contentHash.ts';
import { collected } from './library.ts';
import type { Confirmed } from './writer.ts';

/** Compares what there is after a restart with what was confirmed before. Tells what is wrong. */
export async function auditRecovered(api: OosApi, { templates, executions, ids }: Confirmed): Promise<string[]> {
  const shelf = await collected(api.each('ListTemplates', { ShareType: 'Private' }));
  const found = shelf.map((it) => [it.TemplateName ?? '', [it.TemplateVersion, it.Hash, sorted(it.Tags)]] as const);
  const wrong = templates.settle(new Map(found), ({ versions, tags }) => [
    `v${versions.length}`,
    versions.at(-1),
    sorted(tags),
  ]);

  const runs = await collected(api.each('ListExecutions', {}));
  const byName = new Map<string, unknown>();
  for (const { Description = '', ExecutionId, Status, Tags } of runs) {
    if (byName.has(Description)) wrong.push(`${Description} was started twice`);
    byName.set(Description, [sorted(Tags), Status === 'Cancelled']);
    const known = ids.get(Description) ?? ExecutionId;
    if (known !== ExecutionId) wrong.push(`${Description} has changed its id`);
    ids.set(Description, known);
  }
  return [...wrong, ...executions.settle(byName, ({ tags, cancelled }) => [sorted(tags), cancelled])];
}

const sorted = (tags: Readonly<Record<string, string>> | undefined) => Object.entries(tags ?? {}).sort();

/** Reads every version of every template. */
export async function auditVersions(api: OosApi, { templates }: Confirmed): Promise<string[]> {
  const wrong: string[] = [];
  for (const [TemplateName, { versions }] of templates.entries()) {
    for (const [at, hash] of versions.entries()) {
      const { Content } = await api.getTemplate({ TemplateName, TemplateVersion: `v${at + 1}` });
      if (contentHash(Content ?? '') !== hash) wrong.push(`v${at + 1} of ${TemplateName} is another text`);
    }
  }
  return wrong;
}
