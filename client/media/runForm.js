// The page in which an execution is prepared. The extension says what it holds, and judges what is typed.
import { announce, button, element, factList, keepFocus, noticeLine, update } from './dom.js';
import { formField } from './formField.js';

/** @typedef {import('../src/run/formMessages.ts').FormView} FormView */
/** @typedef {import('../src/run/formMessages.ts').ReviewView} ReviewView */
/** @typedef {import('../src/run/formMessages.ts').FieldView} FieldView */
/** @typedef {import('../src/run/formMessages.ts').ToForm} ToForm */
/** @typedef {import('../src/run/formMessages.ts').FromForm} FromForm */
/** What is said about fields, by their keys. @typedef {Readonly<Record<string, string>>} ByField */

const vscode = acquireVsCodeApi();
/** @param {FromForm} message */
const tell = (message) => vscode.postMessage(message);
const root = /** @type {HTMLElement} */ (document.getElementById('root'));

/** @type {FormView | undefined} */
let form;
/** @type {ReviewView | undefined} */
let review;
/** @type {{ readonly problems: ByField, readonly doubts: ByField, readonly all: boolean }} */
let judged = { problems: {}, doubts: {}, all: false };
/** @type {import('../src/webview/pageMessages.ts').Notice} */
let notice = { tone: 'none', text: '' };
let isNew = true;
const focus = keepFocus(root);
/** Where something was typed. @type {Set<string>} */
const touched = new Set();
/** Somebody waits for the answer to this, and has not gone on in a field since. */
let isAwaiting = false;

/** @param {FieldView} field @param {'parameter' | 'option'} kind */
function fieldElement(field, kind) {
  const key = `${kind}.${field.name}`;
  const isShown = judged.all || touched.has(key);
  const [problem, doubt] = isShown ? [judged.problems[key], judged.doubts[key]] : [];
  return formField(field, { key, problem, doubt, required: form?.texts.required ?? '' });
}

/** @param {FormView} view */
function formElement({ heading, description, facts, warnings, groups, options, texts }) {
  return element('form', { 'data-key': 'form', novalidate: true, hidden: review !== undefined }, [
    element('h1', {}, [heading]),
    description ? element('p', { class: 'description' }, [description]) : undefined,
    factList(facts),
    button('changeConnection', texts.changeConnection, { class: 'link' }),
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
          button('showRisk', texts.showInTemplate, { class: 'link', 'data-index': index }),
          ...words.map((it) => element('p', {}, [it])),
        ]),
      ),
    ),
    element('div', { class: 'buttons' }, [
      button('start', texts.start, { disabled: notice.tone === 'busy' }),
      button('back', texts.back, { class: 'secondary' }),
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

/** What the fields hold. A parameter may be called `constructor`. */
function contents() {
  /** @type {Record<string, string>} */
  const values = Object.create(null);
  /** @type {Record<string, string>} */
  const options = Object.create(null);
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

/** In milliseconds. */
const TYPING_PAUSE = 200;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {Event} event */
function changed({ target }) {
  const key = target instanceof HTMLElement ? target.dataset.field : undefined;
  if (key === undefined) return;
  isAwaiting = false;
  touched.add(key);
  clearTimeout(timer);
  timer = setTimeout(() => tell({ type: 'changed', ...contents() }), TYPING_PAUSE);
}

root.addEventListener('input', changed);
root.addEventListener('change', changed);
root.addEventListener('focusin', () => {
  isAwaiting = false;
});
root.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  isAwaiting = true;
  tell({ type: 'review', ...contents() });
});
root.addEventListener('click', ({ target }) => {
  const pressed = target instanceof Element ? target.closest('button') : undefined;
  const { do: what, index } = pressed?.dataset ?? {};
  if (what === 'start' || what === 'back' || what === 'changeConnection') tell({ type: what });
  if (what === 'showRisk') tell({ type: 'showRisk', index: Number(index) });
});

/** Where somebody begins: how it runs seldom matters. */
const firstField = '[data-field^="parameter."], button[type=submit]';

/** Goes to the first of these, also where it is folded away. @param {string} selector */
function showFirst(selector) {
  const first = root.querySelector(selector);
  const details = first?.closest('details');
  if (details) details.open = true;
  if (first instanceof HTMLElement) focus.move(first);
}

/** Says what is wrong where somebody is typing. */
function announceJudgement() {
  const { activeElement } = document;
  const key = activeElement instanceof HTMLElement ? activeElement.dataset.field : undefined;
  if (key !== undefined) announce(judged.problems[key] ?? judged.doubts[key] ?? '');
}

/** Goes to the first field that is wrong, but does not take the keyboard out of another one. */
function showFirstProblem() {
  if (isAwaiting) showFirst('[aria-invalid="true"]');
  if (form) announce(form.texts.wrong);
}

window.addEventListener('message', ({ data }) => {
  const message = /** @type {ToForm} */ (data);
  switch (message.type) {
    case 'form':
      form = message.form;
      break;
    case 'problems':
      // Whoever was shown all of them sees them go one by one.
      judged = { ...message, all: message.all || judged.all };
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
    showFirst(firstField);
  }
  // What was judged by the template before may be right now.
  if (message.type === 'form' && (judged.all || touched.size > 0)) tell({ type: 'changed', ...contents() });
  if (message.type === 'problems') announceJudgement();
  if (message.type === 'problems' && message.all && Object.keys(message.problems).length > 0) showFirstProblem();
  if (message.type === 'review') showFirst('#review');
  if (message.type === 'edit' && before?.closest('#review')) showFirst(firstField);
});
vscode.postMessage({ type: 'ready' });
