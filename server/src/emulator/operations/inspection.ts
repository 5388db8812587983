import { DEFAULT_ROLE } from '../../execution/startRun.ts';
import { toData, valueFor } from '../../syntax/navigate.ts';
import { dataOf, isMap, templateIn, textOf } from '../content.ts';
import type { Call, Handler } from '../house.ts';
import { invalid, missing } from '../serviceError.ts';
import { findTemplate, versionNamed } from './findTemplate.ts';
import { validateContent } from './validation.ts';

/** ValidateTemplateContent: refuses with the first mistake, else tells what the template says. */
export const validateTemplateContent: Handler = ({ parameters, catalog }) => {
  refuseAddress(parameters.text('TemplateURL'));
  const content = parameters.text('Content');
  if (content === undefined) throw missing('Content');
  validateContent(content, catalog);
  const data = dataOf(content);
  return {
    Parameters: data.Parameters ?? {},
    Outputs: data.Outputs ?? {},
    RamRole: textOf(data.RamRole) || DEFAULT_ROLE,
    Tasks:
      templateIn(content)?.tasks.tasks.map(({ name, action, node }) => ({
        Name: name,
        Type: action,
        Description: textOf(toData(valueFor(node, 'Description'))),
        Properties: toData(valueFor(node, 'Properties')) ?? {},
        Outputs: toData(valueFor(node, 'Outputs')) ?? {},
      })) ?? [],
  };
};

/** GetTemplateParameterConstraints: the values that the template itself allows, by parameter. */
export const getTemplateParameterConstraints: Handler = (call) => {
  const declared = dataOf(contentFor(call)).Parameters;
  const entries = Object.entries(isMap(declared) ? declared : {}).flatMap(([name, it]) =>
    isMap(it) && Array.isArray(it.AllowedValues) ? [[name, it.AllowedValues] as const] : [],
  );
  return { ParameterConstraints: Object.fromEntries(entries) };
};

/** The template that a call is about: one that is named, or the text that is given. Names win. */
export function contentFor(call: Call): string {
  const { parameters, catalog } = call;
  refuseAddress(parameters.text('TemplateURL'));
  const name = parameters.text('TemplateName');
  const content = parameters.text('TemplateContent');
  if (name !== undefined) return versionNamed(findTemplate(call, name), parameters.text('TemplateVersion')).content;
  if (content === undefined) throw missing('TemplateName');
  validateContent(content, catalog);
  return content;
}

/** Nothing here goes out to the network. */
function refuseAddress(address: string | undefined): void {
  if (address !== undefined) throw invalid('TemplateURL', 'the Local OOS fetches nothing; give the content instead');
}
