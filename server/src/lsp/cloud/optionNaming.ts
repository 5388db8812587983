import { apiNaming, type Naming, settingOf } from '../../cloud/api/naming.ts';
import type { Words } from '../../words/words.ts';

/** What has no option of its own, or more than one. */
const named: Readonly<Record<string, Words>> = {
  TemplateName: { en: 'the name of the template', zh: '模板名称' },
  Content: { en: 'the text of the template', zh: '模板内容' },
  TemplateContent: { en: 'the text of the template', zh: '模板内容' },
};

/** For sentences about the arguments of a server command: its options are the names of the API with a small first letter. */
export function optionNaming(command: string): Naming {
  const parameter = (name: string): Words => {
    const option = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
    return named[name] ?? { en: `the option '${option}'`, zh: `选项“${option}”` };
  };
  return {
    ...apiNaming,
    operation: () => command,
    parameter,
    subject(name) {
      const { en, zh } = parameter(name);
      return { en: `${en.slice(0, 1).toUpperCase()}${en.slice(1)}`, zh };
    },
    setting: (name, value) => settingOf(parameter(name), value),
    // Its name says already what it is.
    template: (size) => size,
  };
}
