import type { ApiCall } from '../../catalog/catalog.ts';
import { asksReason, carriedOutReason, type RiskClass } from '../../risk/callRules.ts';
import { type CallRisk, classifyCall } from '../../risk/classifyCall.ts';
import type { ReachedCall } from '../../risk/reachedCalls.ts';
import type { Words } from '../../words/words.ts';
import { rest } from './fieldsTable.ts';
import { code, paragraphs, type Say, table } from './markdown.ts';

const classes: Readonly<Record<RiskClass, Words>> = {
  high: { en: '**high**', zh: '**高**' },
  medium: { en: 'medium', zh: '中' },
  none: { en: 'none known', zh: '未发现' },
};

/** A call, and what the task that makes it says about its risk. */
export type RatedCall = ApiCall & Partial<Pick<ReachedCall, 'mark' | 'kind'>>;

const MOST_CALLS = 12;

/** How much a call can hurt, and why. */
export function riskText(say: Say, call: RatedCall): string {
  if (call.mark === 'High') return `${say(classes.high)} (Risk: High)`;
  const { class: found, reason } = judged(call);
  return say({ en: `${classes[found].en}. ${reason.en}`, zh: `${classes[found].zh}。${reason.zh}` });
}

/** The calls that an action makes, each once, the dangerous ones first. Empty where none are known. */
export function callsTable(say: Say, calls: readonly RatedCall[]): string {
  const byName = new Map(calls.map((it) => [`${it.service} ${it.api}`.toLowerCase(), it]));
  const sorted = [...byName.values()].sort((a, b) => order(a) - order(b));
  const rows = sorted.slice(0, MOST_CALLS).map((it) => [code(`${it.service} ${it.api}`), riskText(say, it)]);
  return paragraphs(
    table([say({ en: 'Call', zh: '调用' }), say({ en: 'Risk', zh: '风险' })], rows),
    rest(say, sorted.length - rows.length),
  );
}

const order = (call: RatedCall): number =>
  call.mark === 'High' ? 0 : ['high', 'medium', 'none'].indexOf(judged(call).class);

function judged(call: RatedCall): Pick<CallRisk, 'class' | 'reason'> {
  const risk = classifyCall(call);
  if (call.kind !== 'ask') return risk;
  return risk.class === 'high' ? { ...risk, reason: carriedOutReason } : { class: 'none', reason: asksReason };
}
