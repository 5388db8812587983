// The page in which an execution is prepared. The extension says what it holds, and judges what is typed.
import { announce, element, factList, noticeLine, update } from './dom.js';

/** @typedef {import('../src/run/formMessages.ts').FormView} FormView */
/** @typedef {import('../src/run/formMessages.ts').ReviewView} ReviewView */
/** @typedef {import('../src/run/formMessages.ts').FieldView} FieldView */
/** @typedef {import('../src/run/formMessages.ts').ToForm} ToForm */
/** @typedef {import('../src/run/formMessages.ts').FromForm} FromForm */
/** @typedef {Readonly<Record<string, string>>} Texts */

const vscode = acquireVsCodeApi();
/** @param {FromForm} message */
const tell = (message) => vscode.postMessage(message);
const root = /** @type {HTMLElement} */ (document.getElementById('root'));

/** @type {FormView | undefined} */
let form;
/** @type {ReviewView | undefined} */
let review;
/** @type {{ readonly problems: Texts, readonly doubts: Texts, readonly all: boolean }} */
let judged = { problems: {}, doubts: {}, all: false };
/** @type {{ readonly tone: 'busy' | 'failure' | 'none', readonly text: string }} */
let notice = { tone: 'none', text: '' };
let isNew = true;
/** Where something was typed. @type {Set<string>} */
const touched = new Set();

/** @param {string} key */
const controlOf = (key) => document.getElementById(key);

/** @param {FieldView} field @param {string} key @param {string | undefined} problem */
function control(field, key, problem) {
  const { kind, value, choices, required, description, hint } = field;
  const told = [description && `${key}-description`, hint && `${key}-hint`, problem && `${key}-problem`];
  const common = {
    id: key,
    'data-key': `${key}-control`,
    'data-field': key,
    'aria-describedby': told.filter(Boolean).join(' ') || undefined,
    'aria-invalid': problem ? 'true' : undefined,
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

/** @param {FieldView} field @param {string} key */
function boxes({ value, choices }, key) {
  const ticked = value.split('\n');
  return choices.map((it, index) =>
    element('div', { class: 'box' }, [
      element('input', {
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

/** @param {FieldView} field @param {string} kind */
function fieldElement(field, kind) {
  const key = `${kind}.${field.name}`;
  const isShown = judged.all || touched.has(key);
  const problem = isShown ? judged.problems[key] : undefined;
  const doubt = isShown ? judged.doubts[key] : undefined;
  const name = [
    element('span', { class: 'name' }, [field.label]),
    field.label !== field.name && kind === 'parameter' ? element('code', {}, [field.name]) : undefined,
    field.required && form ? element('span', { class: 'required' }, [form.texts.required]) : undefined,
  ];
  const about = [
    field.description
      ? element('p', { id: `${key}-description`, class: 'description' }, [field.description])
      : undefined,
  ];
  const below = [
    field.hint ? element('p', { id: `${key}-hint`, class: 'hint' }, [field.hint]) : undefined,
    problem ? element('p', { id: `${key}-problem`, class: 'problem' }, [problem]) : undefined,
    doubt ? element('p', { class: 'doubt' }, [doubt]) : undefined,
  ];
  if (field.kind === 'several') {
    return element('fieldset', { class: 'field', 'data-key': key }, [
      element('legend', {}, name),
      ...about,
      ...boxes(field, key),
      ...below,
    ]);
  }
  return element('div', { class: 'field', 'data-key': key }, [
    element('label', { for: key }, name),
    ...about,
    control(field, key, problem),
    field.choices.length > 0 && field.kind !== 'select'
      ? element(
          'datalist',
          { id: `${key}-choices` },
          field.choices.map((it) => element('option', { value: it.value }, [it.label ?? it.value])),
        )
      : undefined,
    ...below,
  ]);
}

/** @param {FormView} view */
function formElement({ heading, description, facts, warnings, groups, options, texts }) {
  return element('form', { 'data-key': 'form', novalidate: true, hidden: review !== undefined }, [
    element('h1', {}, [heading]),
    description ? element('p', { class: 'description' }, [description]) : undefined,
    factList(facts),
    element('button', { type: 'button', class: 'link', 'data-do': 'changeConnection' }, [texts.changeConnection]),
    ...warnings.map((it) => element('p', { class: 'warning' }, [it])),
    element('h2', {}, [texts.parameters]),
    groups.length === 0 ? element('p', {}, [texts.noParameters]) : undefined,
    ...groups.map(({ label, fields }, index) =>
      element('section', { 'data-key': `group ${index} ${label}` }, [
        label ? element('h3', {}, [label]) : undefined,
        ...fields.map((it) => fieldElement(it, 'parameter')),
      ]),
    ),
    element('details', { 'data-key': 'options', open: options.some(({ value }) => value !== '') }, [
      element('summary', {}, [texts.options]),
      ...options.map((it) => fieldElement(it, 'option')),
    ]),
    element('div', { class: 'buttons' }, [element('button', { type: 'submit' }, [texts.review])]),
  ]);
}

/** @param {ReviewView} view */
function reviewElement({ heading, facts, parameters, parametersLabel, warnings, risksLabel, risks, texts }) {
  return element('section', { 'data-key': 'review', id: 'review', tabindex: -1, 'aria-labelledby': 'review-heading' }, [
    element('h1', { id: 'review-heading' }, [heading]),
    factList(facts),
    ...warnings.map((it) => element('p', { class: 'warning' }, [it])),
    ...(parameters.length > 0 ? [element('h2', {}, [parametersLabel]), factList(parameters)] : []),
    element('h2', {}, [risksLabel]),
    element(
      'ul',
      { class: 'risks' },
      risks.map(({ title, words }, index) =>
        element('li', {}, [
          element('strong', {}, [title]),
          ' ',
          element('button', { type: 'button', class: 'link', 'data-do': 'showRisk', 'data-index': index }, [
            texts.showInTemplate,
          ]),
          ...words.map((it) => element('p', {}, [it])),
        ]),
      ),
    ),
    element('div', { class: 'buttons' }, [
      element('button', { type: 'button', 'data-do': 'start', disabled: notice.tone === 'busy' }, [texts.start]),
      element('button', { type: 'button', class: 'secondary', 'data-do': 'back' }, [texts.back]),
    ]),
  ]);
}

function render() {
  update(
    root,
    element('main', { id: 'root' }, [
      form ? formElement(form) : undefined,
      review ? reviewElement(review) : undefined,
      noticeLine(notice),
    ]),
  );
}

/** What the fields hold. */
function contents() {
  /** @type {Record<string, string>} */
  const values = {};
  /** @type {Record<string, string>} */
  const options = {};
  for (const it of root.querySelectorAll('[data-field]')) {
    const [, kind, name = ''] = /^(\w+)\.(.*)$/s.exec(it.getAttribute('data-field') ?? '') ?? [];
    const texts = kind === 'option' ? options : values;
    texts[name] = [texts[name], textIn(it)].filter(Boolean).join('\n');
  }
  return { values, options };
}

/** A box that is not ticked holds nothing. @param {Element} control */
function textIn(control) {
  if (control instanceof HTMLInputElement) return control.type === 'checkbox' && !control.checked ? '' : control.value;
  return control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement ? control.value : '';
}

const TYPING_PAUSE = 200;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {Event} event */
function changed({ target }) {
  const key = target instanceof HTMLElement ? target.dataset.field : undefined;
  if (key === undefined) return;
  touched.add(key);
  clearTimeout(timer);
  timer = setTimeout(() => tell({ type: 'changed', ...contents() }), TYPING_PAUSE);
}

root.addEventListener('input', changed);
root.addEventListener('change', changed);
root.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  tell({ type: 'review', ...contents() });
});
root.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : undefined;
  const { do: what, index } = button?.dataset ?? {};
  if (what === 'start' || what === 'back' || what === 'changeConnection') tell({ type: what });
  if (what === 'showRisk') tell({ type: 'showRisk', index: Number(index) });
});

/** Goes to the first field that is wrong. */
function showFirstProblem() {
  const first = root.querySelector('[aria-invalid="true"]');
  const details = first?.closest('details');
  if (details) details.open = true;
  if (first instanceof HTMLElement) first.focus();
  if (form) announce(form.texts.wrong);
}

window.addEventListener('message', ({ data }) => {
  const message = /** @type {ToForm} */ (data);
  switch (message.type) {
    case 'form':
      form = message.form;
      break;
    case 'problems':
      judged = message;
      break;
    case 'review':
      review = message.review;
      break;
    case 'edit':
      review = undefined;
      break;
    case 'notice':
      notice = message;
      if (message.tone === 'busy') announce(message.text);
      break;
    default:
      return;
  }
  const before = document.activeElement;
  render();
  if (form && isNew) {
    isNew = false;
    /** @type {HTMLElement | null} */ (root.querySelector('[data-field], button[type=submit]'))?.focus();
  }
  if (message.type === 'problems' && message.all && Object.keys(message.problems).length > 0) showFirstProblem();
  if (message.type === 'review') controlOf('review')?.focus();
  if (message.type === 'edit' && before?.closest('#review'))
    root.querySelector('form')?.querySelector('button')?.focus();
});
vscode.postMessage({ type: 'ready' });
