// A field of the form in which an execution is prepared.
import { element } from './dom.js';

/** @typedef {import('../src/run/formMessages.ts').FieldView} FieldView */

/**
 * What is said about a field to those who cannot see what stands beside it.
 * @param {FieldView} field @param {string} key
 * @param {{ readonly problem: string | undefined, readonly doubt: string | undefined }} judgement
 */
function spoken({ description, hint }, key, { problem, doubt }) {
  const told = Object.entries({ description, hint, problem, doubt }).filter(([, text]) => text);
  return {
    'aria-describedby': told.map(([part]) => `${key}-${part}`).join(' ') || undefined,
    'aria-invalid': problem ? 'true' : undefined,
  };
}

/** @param {FieldView} field @param {string} key @param {ReturnType<typeof spoken>} about */
function control({ kind, value, choices, required }, key, about) {
  const common = {
    ...about,
    id: key,
    'data-key': `${key}-control`,
    'data-field': key,
    'aria-required': required ? 'true' : undefined,
    autocomplete: 'off',
    spellcheck: 'false',
  };
  switch (kind) {
    case 'select':
      return element(
        'select',
        common,
        choices.map((it) =>
          element('option', { value: it.value, selected: it.value === value }, [it.label ?? it.value]),
        ),
      );
    case 'list':
    case 'json':
    case 'lines':
      return element('textarea', { ...common, rows: Math.min(12, Math.max(2, value.split('\n').length)) }, [value]);
    case 'secret':
      return element('input', { ...common, type: 'password' });
    default:
      return element('input', {
        ...common,
        type: 'text',
        inputmode: kind === 'number' ? 'decimal' : undefined,
        value,
        list: choices.length > 0 ? `${key}-choices` : undefined,
      });
  }
}

/** @param {FieldView} field @param {string} key @param {ReturnType<typeof spoken>} about */
function boxes({ value, choices }, key, about) {
  const ticked = value.split('\n');
  return choices.map((it, index) =>
    element('div', { class: 'box' }, [
      element('input', {
        ...about,
        type: 'checkbox',
        id: index === 0 ? key : `${key}-${index}`,
        'data-field': key,
        value: it.value,
        checked: ticked.includes(it.value),
      }),
      element('label', { for: index === 0 ? key : `${key}-${index}` }, [it.label ?? it.value]),
    ]),
  );
}

/**
 * A field of the form: its name, what it is about, the control, and what is wrong. `key`: `parameter.name`; `required`: the word
 * for it.
 * @param {FieldView} field
 * @param {{ readonly key: string, readonly problem: string | undefined, readonly doubt: string | undefined, readonly required: string }} more
 */
export function formField(field, { key, problem, doubt, required }) {
  const { kind, name, label, description, hint, choices } = field;
  const about = spoken(field, key, { problem, doubt });
  const isGroup = kind === 'several';
  // Spaces, because names are read aloud as they stand here. A control says by itself that it is required.
  const title = [
    element('span', { class: 'name' }, [label]),
    ...(label !== name && key.startsWith('parameter.') ? [' ', element('code', {}, [name])] : []),
    ...(field.required
      ? [' ', element('span', { class: 'required', 'aria-hidden': isGroup ? undefined : 'true' }, [required])]
      : []),
  ];
  const above = description ? [element('p', { id: `${key}-description`, class: 'description' }, [description])] : [];
  const below = [
    hint ? element('p', { id: `${key}-hint`, class: 'hint' }, [hint]) : undefined,
    problem ? element('p', { id: `${key}-problem`, class: 'problem' }, [problem]) : undefined,
    doubt ? element('p', { id: `${key}-doubt`, class: 'doubt' }, [doubt]) : undefined,
  ];
  if (isGroup) {
    return element('fieldset', { class: 'field', 'data-key': key }, [
      element('legend', {}, title),
      ...above,
      ...boxes(field, key, about),
      ...below,
    ]);
  }
  return element('div', { class: 'field', 'data-key': key }, [
    element('label', { for: key }, title),
    ...above,
    control(field, key, about),
    choices.length > 0 && kind !== 'select'
      ? element(
          'datalist',
          { id: `${key}-choices` },
          choices.map((it) => element('option', { value: it.value }, [it.label ?? it.value])),
        )
      : undefined,
    ...below,
  ]);
}
