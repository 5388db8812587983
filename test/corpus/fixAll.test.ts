import { describe, expect, test } from 'vitest';
import { fixAll } from '../../server/src/features/fixAll.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { corpusFiles, corpusFolder } from '../support/corpus.ts';
import { sayWithoutCorpus } from '../support/withoutCorpus.ts';

sayWithoutCorpus('the safe fixes are not tried on real templates');

describe.runIf(corpusFolder !== undefined)('all safe fixes in real templates', () => {
  test.each(corpusFiles())('$name ($notation): applied once they leave nothing to do, and break nothing', (file) => {
    const fix = (text: string) => fixAll(text, file.notation, bundledCatalog(), { preset: 'strict', rules: {} });
    const { text } = fix(file.text);
    expect(fix(text)).toEqual({ text, fixed: 0 });
    const [before, after] = [file.text, text].map((it) => new TemplateDocument(it, file.notation).tree);
    expect(after?.problems.length).toBeLessThanOrEqual(before?.problems.length ?? 0);
    const comments = [before, after].map((tree) => tree?.comments.map((it) => it.text).sort());
    expect(comments[1]).toEqual(comments[0]);
    expect(text.includes('\r')).toBe(file.text.includes('\r'));
  });
});
