import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';

// The schema is of draft 4 and has one pattern that is no regular expression by newer rules.
const { $schema, id, ...draft7 } = schema;
const validate = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(draft7);

/** What the schema of SARIF 2.1.0 finds wrong with a value; empty when it is a SARIF log. */
export function sarifProblems(value: unknown): object[] {
  validate(value);
  return validate.errors ?? [];
}
