import type { Language, Words } from '../words/words.ts';
import { deleteTemplate } from './cloud/templates/deleteTemplate.ts';
import { listTemplates, listVersions } from './cloud/templates/listTemplates.ts';
import { type TemplateArguments, type TemplateOption, templateOptions } from './cloud/templates/options.ts';
import { showTemplate } from './cloud/templates/showTemplate.ts';
import type { Command } from './command.ts';
import type { Io } from './io.ts';
import { didYouMean } from './nearest.ts';
import { UsageError } from './usageError.ts';

/** `oos templates list|show|versions|delete`: what is published. */
export const templates: Command<TemplateOption> = {
  operands: 'list [WORD] | show NAME | versions NAME | delete NAME [OPTIONS]',
  about: {
    en: [
      'list: the templates in the region, or those with WORD in their name. show: the text of one.',
      'versions: the versions of one. delete: a template with all its versions, after a question.',
    ].join('\n'),
    zh: [
      'list：列出该地域的模板，或名称中含有 WORD 的模板。show：显示某个模板的内容。',
      'versions：列出某个模板的版本。delete：询问后删除某个模板及其全部版本。',
    ].join('\n'),
  },
  options: templateOptions,
  examples: [
    {
      line: 'oos templates list --share-type private --sort name --order ascending',
      does: { en: 'The templates of the account, by name', zh: '按名称列出账号自己的模板' },
    },
    {
      line: 'oos templates show restart-web --version v2 > restart-web.oos.yml',
      does: { en: 'Put an older version into a file', zh: '把较早的版本存为文件' },
    },
    {
      line: 'oos templates delete restart-web',
      does: { en: 'Delete it; the name has to be typed once more', zh: '删除模板，需要再次输入其名称' },
    },
  ],

  async run(given, io, language) {
    const [verb = '', name, ...more] = given.operands;
    if (more.length > 0) throw new UsageError(tooMany);
    if (verb === 'list') return listTemplates(name, given, io, language);
    const work = verbs.get(verb);
    if (!work) throw new UsageError(unknownVerb(verb));
    if (name === undefined) throw new UsageError(noName(verb));
    return work(name, given, io, language);
  },
};

type Work = (name: string, given: TemplateArguments, io: Io, language: Language) => Promise<number>;

const verbs: ReadonlyMap<string, Work> = new Map([
  ['show', showTemplate],
  ['versions', listVersions],
  ['delete', deleteTemplate],
]);

function unknownVerb(verb: string): Words {
  const guess = verb === '' ? { en: '', zh: '' } : didYouMean(verb, ['list', ...verbs.keys()]);
  return {
    en: `Say what to do: oos templates list, show, versions or delete.${guess.en}`,
    zh: `请说明要做什么：oos templates list、show、versions 或 delete。${guess.zh}`,
  };
}

const noName = (verb: string): Words => ({
  en: `Name the template: oos templates ${verb} NAME`,
  zh: `请指定模板：oos templates ${verb} NAME`,
});
const tooMany: Words = { en: 'oos templates takes one name at a time.', zh: 'oos templates 一次只接受一个名称。' };
