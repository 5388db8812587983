import { randomBytes, randomUUID } from 'node:crypto';

const hex = (digits: number) => randomBytes(digits / 2).toString('hex');

export const newRequestId = (): string => randomUUID().toUpperCase();
export const newTemplateId = (): string => `t-${hex(20)}`;
export const newExecutionId = (): string => `exec-${hex(20)}`;
