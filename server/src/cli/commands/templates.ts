import { cloudOptions } from '../cloud/options.ts';
import { deleteTemplate } from '../cloud/templates/deleteTemplate.ts';
import { listTemplates, listVersions } from '../cloud/templates/listTemplates.ts';
import { filterOptions, type TemplateOption, templateOptions } from '../cloud/templates/options.ts';
import { showTemplate } from '../cloud/templates/showTemplate.ts';
import { commandOfVerbs, namesOf, type Verbs } from '../commandLine/verbs.ts';

const common = namesOf(cloudOptions);

const verbs: Verbs<TemplateOption> = {
  list: {
    operands: '[WORD]',
    options: [...common, ...namesOf(filterOptions)],
    run: ([word], ...rest) => listTemplates(word, ...rest),
  },
  show: { operands: 'NAME', options: [...common, 'version'], run: ([name], ...rest) => showTemplate(name, ...rest) },
  versions: { operands: 'NAME', options: [...common, 'limit'], run: ([name], ...rest) => listVersions(name, ...rest) },
  delete: {
    operands: 'NAME',
    options: [...common, 'with-executions', 'yes'],
    run: ([name], ...rest) => deleteTemplate(name, ...rest),
  },
};

/** `oos templates list|show|versions|delete`: what is published. */
export const templates = commandOfVerbs('templates', verbs, {
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
});
