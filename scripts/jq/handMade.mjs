import { bindings } from './handMade/bindings.mjs';
import { control } from './handMade/control.mjs';
import { deep } from './handMade/deep.mjs';
import { functions } from './handMade/functions.mjs';
import { layout } from './handMade/layout.mjs';
import { objects } from './handMade/objects.mjs';
import { operators } from './handMade/operators.mjs';
import { paths } from './handMade/paths.mjs';
import { selectors } from './handMade/selectors.mjs';
import { terms } from './handMade/terms.mjs';
import { texts } from './handMade/texts.mjs';

/** Programs at the edges of the grammar, valid ones and others. What mutations make of them for a seed depends on their order. */
export const handMade = [
  ...layout,
  ...paths,
  ...terms,
  ...bindings,
  ...control,
  ...functions,
  ...objects,
  ...operators,
  ...texts,
  ...selectors,
  '`.a`',
  ...deep,
];
