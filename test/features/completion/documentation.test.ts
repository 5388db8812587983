import { describe, expect, test } from 'vitest';
import { readServiceAction } from '../../../server/src/catalog/actions/serviceAction.ts';
import { withServiceActions } from '../../../server/src/catalog/actions/serviceActions.ts';
import { plainText } from '../../../server/src/features/hover/markdown.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { inBothNotations } from '../../support/inBothNotations.ts';
import { itemNamed, itemsAt } from './check.ts';

/** As somebody may write it who wants the editor to do more than to show it. */
const evil = '[x](command:evil) <img src=x onerror=y> `a` ![i](http://a.b) **b** | c';
const shown = '\\[x\\](command:evil) \\<img src=x onerror=y\\> \\`a\\` !\\[i\\](http:\\//a.b) \\*\\*b\\*\\* | c';

const told = readServiceAction({
  OOSActionName: 'ACS::Evil::DoIt',
  ActionType: 'Product.Evil',
  Description: evil,
  Properties: {
    id: { Type: 'String', Description: evil, AllowedValues: ['`a`', '[b](command:c)'], Default: '`d`' },
    '<b>`e`': { Type: 'String' },
  },
});
const origin = { kind: 'service', region: 'cn-hangzhou', fetched: new Date(0) } as const;
const catalog = withServiceActions(bundledCatalog(), told ? [told] : [], origin);

describe('what is not ours is shown as it stands, in YAML and in JSON', () => {
  test.each([
    ['an action', "Tasks:\n  - Action: 'ACS::Evil<|>'", 'ACS::Evil::DoIt'],
    ['a property', 'Tasks:\n  - Action: ACS::Evil::DoIt\n    Properties: {i<|>x: 1}', 'id'],
    ['a parameter', `Parameters: {a: {Description: '${evil}'}}\nRamRole: '{{ <|> }}'`, 'a'],
    [
      'a parameter, in the language of its label',
      `Parameters: {a: {Label: {zh-cn: '${evil}'}}}\nRamRole: '{{ <|> }}'`,
      'a',
    ],
    [
      'an output',
      `Tasks: [{Name: a, Outputs: {b: {Description: '${evil}'}}}]\nOutputs: {c: {Value: '{{ <|> }}'}}`,
      'a.b',
    ],
  ])('%s', (_, yaml, label) => {
    for (const { marked, notation } of inBothNotations(yaml)) {
      const words = itemNamed(itemsAt(marked, { notation, catalog }).items, label).documentation();
      for (const text of [words?.en ?? '', words?.zh ?? '']) {
        expect(text.replaceAll('\\|', '|')).toContain(shown);
        expect(plainText(text)).toContain(evil);
      }
    }
  });

  test('names and values too', () => {
    const { items } = itemsAt('Tasks:\n  - Action: Evil<|>', { catalog });
    const { en = '' } = itemNamed(items, 'ACS::Evil::DoIt').documentation() ?? {};
    expect(en).toContain('| `` <b>`e` `` | String |');
    expect(en).toContain('One of: `` `a` ``, `[b](command:c)`. Default: `` `d` ``.');
  });
});
