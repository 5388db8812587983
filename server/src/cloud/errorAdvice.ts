import type { Words } from '../words/words.ts';
import { credentialAdvice } from './credentialAdvice.ts';
import type { OosErrorFacts } from './oosError.ts';

type Advice = (facts: OosErrorFacts) => Words;

/** What to do about a code of the service; undefined for codes without advice of their own. */
export function adviceForCode(facts: OosErrorFacts): Words | undefined {
  const code = facts.code ?? '';
  const found = [...credentialAdvice, ...requestAdvice].find(([pattern]) => pattern.test(code));
  return found?.[1](facts);
}

/** Codes about the request and what it is about. The first that fits counts. */
const requestAdvice: readonly (readonly [RegExp, Advice])[] = [
  [/^TemplateValidationError/, () => invalidTemplate],
  [/^EntityNotExists\.Template$/, missingTemplate],
  [/^EntityNotExists\.TemplateVersion$/, missingVersion],
  [/^EntityNotExists\.Execution$/, missingExecution],
  [/^EntityNotExists\b/, missingEntity],
  [/^EntityAlreadyExists\b/, existingEntity],
  [/^TemplateUpdateFailed/, concurrentUpdate],
  [/^QuotaExceed/, () => quota],
  [/^ExecutionCanc/, notCancelled],
  [/^InvalidAction\.NotFound$/, unknownOperation],
  [/^InvalidVersion$/, () => unknownVersion],
  [/^(?:Missing|InvalidParameter)/, wrongParameter],
];

const invalidTemplate: Words = {
  en: 'The service does not accept the template. It names the first problem only: correct it and try again.',
  zh: '服务不接受该模板。返回的只是第一个问题，请修正后重试。',
};

function missingTemplate({ subject, region }: OosErrorFacts): Words {
  return {
    en: `There is no template${quoted(subject)}${inRegion(region)} that this account can see. Check the name, the region and the profile, or publish the template first.`,
    zh: `当前账号${regionZh(region)}没有可见的模板${quotedZh(subject)}。请检查名称、地域和配置，或先发布该模板。`,
  };
}

function missingVersion({ subject }: OosErrorFacts): Words {
  return {
    en: `The template${quoted(subject)} does not have this version. List its versions, or leave the version out to get the latest.`,
    zh: `模板${quotedZh(subject)}没有该版本。请列出其版本，或省略版本以使用最新版。`,
  };
}

function missingExecution({ subject, region }: OosErrorFacts): Words {
  return {
    en: `There is no execution${quoted(subject)}${inRegion(region)} that this account can see. Check its ID, the region and the profile; it may also have been deleted.`,
    zh: `当前账号${regionZh(region)}没有可见的执行${quotedZh(subject)}。请检查执行 ID、地域和配置；它也可能已被删除。`,
  };
}

/** The subject is a template or an execution, and what is missing is something else, such as a parameter that it needs. */
function missingEntity({ code, subject, region }: OosErrorFacts): Words {
  const sort = code?.split('.').slice(1).join('.') ?? '';
  const named = sort === '' ? subject : undefined;
  return {
    en: `${sort ? `The ${sort}` : 'What'} this call is about${quoted(named)} does not exist${inRegion(region)}. Check its name, the region and the profile.`,
    zh: `本次调用所涉及的${sort ? ` ${sort} ` : '对象'}${quotedZh(named)}${regionZh(region)}不存在。请检查名称、地域和配置。`,
  };
}

function existingEntity({ subject, region }: OosErrorFacts): Words {
  return {
    en: `The name${quoted(subject)} is taken${inRegion(region)}. Choose another one, or update what is there.`,
    zh: `名称${quotedZh(subject)}${regionZh(region)}已被使用。请换一个名称，或更新已有的对象。`,
  };
}

function concurrentUpdate({ subject }: OosErrorFacts): Words {
  return {
    en: `Somebody else saved the template${quoted(subject)} at the same moment, and nothing of yours was saved. Look at the new version, then publish again. This is not about permissions.`,
    zh: `其他人同时保存了模板${quotedZh(subject)}，您的修改未被保存。请查看新版本后重新发布。这与权限无关。`,
  };
}

const quota: Words = {
  en: 'A limit of the account is reached: delete templates or executions that are no longer needed, wait for running ones to end, or ask for a higher limit.',
  zh: '已达到账号的配额上限。请删除不再需要的模板或执行，等待运行中的执行结束，或申请提高配额。',
};

function notCancelled({ subject }: OosErrorFacts): Words {
  return {
    en: `The execution${quoted(subject)} cannot be cancelled any more; it has probably ended. Look at its state.`,
    zh: `执行${quotedZh(subject)}已无法取消，可能已经结束。请查看其状态。`,
  };
}

function unknownOperation({ operation = '', region }: OosErrorFacts): Words {
  return {
    en: `The service${inRegion(region)} does not know the operation ${operation}. Check its name and the endpoint; some regions lack newer operations.`,
    zh: `服务${regionZh(region)}没有操作 ${operation}。请检查操作名称和接入点；部分地域没有较新的操作。`,
  };
}

const unknownVersion: Words = {
  en: 'The endpoint does not know version 2019-06-01 of the OOS API, so it is probably not one of OOS. Check the endpoint.',
  zh: '接入点没有 OOS API 的 2019-06-01 版本，可能不是 OOS 的接入点。请检查接入点。',
};

function wrongParameter({ code = '', operation = 'OOS' }: OosErrorFacts): Words {
  const name = /^(?:Missing(?!Parameter)|MissingParameter\.|InvalidParameter\.)(.+)$/.exec(code)?.[1];
  if (code.startsWith('Missing')) {
    return {
      en: `${operation} needs ${name ?? 'a parameter that was not given'}. Give it and try again.`,
      zh: `${operation} 缺少${name === undefined ? '必需的参数' : `参数 ${name}`}。请补充后重试。`,
    };
  }
  return {
    en: `${operation} does not take the value of ${name ?? 'one of its parameters'}. Correct it and try again.`,
    zh: `${operation} 不接受${name === undefined ? '某个参数' : `参数 ${name} `}的值。请修正后重试。`,
  };
}

const quoted = (name: string | undefined) => (name === undefined ? '' : ` "${name}"`);
const quotedZh = (name: string | undefined) => (name === undefined ? '' : `“${name}”`);
const inRegion = (region: string | undefined) => (region === undefined ? '' : ` in ${region}`);
const regionZh = (region: string | undefined) => (region === undefined ? '' : `在 ${region} `);
