import { contentHash } from '../../server/src/cloud/contentHash.ts';
import { sleeping, template } from '../emulator/contents.ts';
import { collected, LIBRARY_REGION } from './library.ts';
import { planted } from './planted.ts';
import type { Worker, Written } from './worker.ts';

/** One or a few calls in a row. */
type Step = (worker: Worker) => Promise<void>;

/** Asks somebody before it goes on, and has a secret to keep. */
const asking = template(
  "\n  - { Name: ask, Action: 'ACS::Approve', Properties: { NotifyType: WebHook, WebHook: { URI: 'https://example.com', Content: { a: '{{ p }}' } } } }",
  'Parameters: { p: { Type: String, NoEcho: true } }\n',
);

const create: Step = async (worker) => {
  const { api, written, word, attempt } = worker;
  const [name, description] = [word(), word()];
  const own: Written = { name, sent: [description], confirmed: [], tags: {} };
  written.push(own);
  const Content = sleeping('PT1S', description);
  const answer = await attempt(api.createTemplate({ TemplateName: name, Content }));
  if (answer) keep(worker, own, description, answer.Template.Hash === contentHash(Content));
};

const update: Step = async (worker) => {
  const { api, word, attempt } = worker;
  const own = someOwn(worker);
  if (!own) return create(worker);
  const description = word();
  own.sent.push(description);
  const Content = sleeping('PT1S', description);
  const answer = await attempt(api.updateTemplate({ TemplateName: own.name, Content }));
  if (answer) keep(worker, own, description, answer.Template.Hash === contentHash(Content));
};

function keep({ wrong }: Worker, own: Written, description: string, sameHash: boolean): void {
  own.confirmed.push(description);
  if (!sameHash) wrong(`the hash of ${own.name} is not that of what was sent`);
}

/** One that is there for sure. */
function someOwn({ written, random }: Worker): Written | undefined {
  const there = written.filter(({ confirmed }) => confirmed.length > 0);
  return there.length === 0 ? undefined : random.pick(there);
}

const get: Step = async (worker) => {
  const own = someOwn(worker);
  if (!own) return create(worker);
  const answer = await worker.attempt(worker.api.getTemplate({ TemplateName: own.name }));
  if (!answer) return;
  const said = answer.Template.Description ?? '';
  const whole = contentHash(answer.Content ?? '') === answer.Template.Hash;
  if (!whole || !own.sent.includes(said)) worker.wrong(`${own.name} was read as nobody has written it: ${said}`);
};

/** Every page of a list, and what there really is. */
const list: Step = async ({ api, random, library, attempt, wrong, listRead }) => {
  const options = { RegionId: LIBRARY_REGION, MaxResults: random.pick([100, 60, 30]) };
  const asksForTemplates = random.below(2) === 0;
  const read: string[] = [];
  const reading = async () => {
    if (asksForTemplates) {
      const sorted = { SortField: 'TemplateName', ShareType: 'Private' } as const;
      for await (const it of api.each('ListTemplates', { ...sorted, ...options })) read.push(it.TemplateName ?? '');
    } else {
      for await (const it of api.each('ListExecutions', options)) read.push(it.ExecutionId);
    }
    return true;
  };
  const whole = await attempt(reading());
  const truth = asksForTemplates ? library.templates : library.executions;
  if (new Set(read).size !== read.length) wrong('a list had items twice');
  if (read.some((it) => !truth.includes(it))) wrong('a list had items that there are not');
  if (!whole) return;
  listRead();
  if (read.sort().join() !== truth.join()) wrong(`a list had ${read.length} of ${truth.length} items`);
};

const start: Step = async (worker) => {
  const { api, started, word, attempt, random } = worker;
  const own = random.below(2) === 0 ? someOwn(worker) : undefined;
  const secretive = { TemplateContent: asking, Parameters: { p: planted.noEcho } };
  const source = own ? { TemplateName: own.name } : secretive;
  const answer = await attempt(api.startExecution({ ...source, Description: word() }));
  if (answer) started.add(answer.Execution.ExecutionId);
};

/** Looks for an execution that waits, and approves it. */
const approve: Step = async ({ api, started, approved, random, attempt }) => {
  const left = [...started].filter((id) => !approved.has(id));
  if (left.length === 0) return;
  const ExecutionId = random.pick(left);
  const found = await attempt(api.getExecution(ExecutionId));
  if (found?.Status !== 'Waiting') return;
  const answer = await attempt(api.notifyExecution({ ExecutionId, NotifyType: 'Approve', NotifyNote: 'go on' }));
  if (answer) approved.add(ExecutionId);
};

/** Few enough for the twenty that there may be. */
const MOST_TAGS = 8;

const tag: Step = async (worker) => {
  const own = someOwn(worker);
  if (!own || Object.keys(own.tags).length >= MOST_TAGS) return create(worker);
  const key = worker.word();
  const Tags = { [key]: 'set' };

  const call = worker.api.tagResources({
    ResourceType: 'template',
    ResourceIds: [own.name],
    Tags,
    RegionId: 'cn-hangzhou',
  });
  if (await worker.attempt(call)) own.tags[key] = 'set';
};

const readTags: Step = async (worker) => {
  const own = someOwn(worker);
  if (!own) return create(worker);
  const request = { ResourceType: 'template', ResourceIds: [own.name], RegionId: 'cn-hangzhou' } as const;
  const tags = await worker.attempt(collected(worker.api.each('ListTagResources', request)));
  const missing = Object.keys(own.tags).filter((key) => !tags?.some(({ TagKey }) => TagKey === key));
  if (tags && missing.length > 0) worker.wrong(`${own.name} has lost the tags ${missing}`);
};

const remove: Step = async ({ api, written, goneTemplates, random, attempt }) => {
  const at = written.findIndex(({ confirmed }) => confirmed.length > 0 && random.below(4) === 0);
  const [own] = at < 0 ? [] : written.splice(at, 1);
  if (own && (await attempt(api.deleteTemplate({ TemplateName: own.name })))) goneTemplates.push(own.name);
};

/** From here on nobody knows whether it is there, until the answer tells. */
const removeExecution: Step = async ({ api, started, approved, goneExecutions, random, attempt }) => {
  if (approved.size === 0) return;
  const id = random.pick([...approved]);
  started.delete(id);
  approved.delete(id);
  if (await attempt(api.deleteExecutions({ ExecutionIds: [id], Force: true }))) goneExecutions.push(id);
};

/** A call that is given up after a moment. */
const giveUp: Step = async ({ api, random, attempt, wrong }) => {
  const stop = new AbortController();
  const begin = performance.now();
  const call = api.listActions({ MaxResults: 100 }, { signal: stop.signal });
  setTimeout(() => stop.abort(), random.below(30));
  await attempt(call);
  if (performance.now() - begin > 5000) wrong('a call went on after it was given up');
};

const look: Step = async ({ api, random, started, attempt }) => {
  const [ExecutionId] = [...started].slice(-1);
  const calls: (() => Promise<unknown>)[] = [
    () => api.validateTemplateContent({ Content: asking }),
    () => api.generateExecutionPolicy({ TemplateContent: asking }),
    () => api.describeRegions(),
    () => collected(api.each('ListActions', { MaxResults: 20 })),
    ...(ExecutionId === undefined
      ? []
      : [
          () => collected(api.each('ListExecutionLogs', { ExecutionId })),
          () => collected(api.each('ListTaskExecutions', { ExecutionId })),
          () => api.getExecutionTemplate({ ExecutionId }),
        ]),
  ];
  await attempt(random.pick(calls)());
};

/** Those that stand here more than once are taken more often. */
export const steps: readonly Step[] = [
  create,
  update,
  update,
  update,
  get,
  list,
  list,
  start,
  start,
  start,
  start,
  approve,
  approve,
  tag,
  tag,
  readTags,
  remove,
  removeExecution,
  giveUp,
  look,
];
