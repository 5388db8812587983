import type { OosApi } from '../../cloud/api/oosApi.ts';
import { comparePolicy, type PolicyComparison } from '../../features/risk/comparePolicy.ts';
import { missingActions } from '../../features/risk/missingPolicy.ts';
import type { Rights } from '../../risk/rights.ts';

/** What a role lacks. */
export interface MissingRights {
  readonly role: string;
  /** As the service wrote it; empty where it wrote nothing. */
  readonly text: string;
  /** Undefined: the text cannot be read. */
  readonly actions: readonly string[] | undefined;
}

/** What the service says of the rights that a template needs, held against what we find. */
export interface PolicyWord {
  /** Undefined: its policy cannot be read. */
  readonly comparison: PolicyComparison | undefined;
  readonly missing: MissingRights | undefined;
}

export interface PolicyQuestion {
  /** The name of a published template, else a text. */
  readonly about: { readonly TemplateName: string } | { readonly TemplateContent: string };
  readonly role: string | undefined;
}

/** Asks for the policy of a template. Rejects with an OosError. */
export async function askPolicy(api: OosApi, { about, role }: PolicyQuestion, rights: Rights): Promise<PolicyWord> {
  const { Policy, MissingPolicy: text = '' } = await api.generateExecutionPolicy({ ...about, RamRole: role });
  const actions = text.trim() === '' ? [] : missingActions(text);
  return {
    comparison: comparePolicy(rights, Policy),
    missing: role === undefined ? undefined : { role, text, actions },
  };
}
