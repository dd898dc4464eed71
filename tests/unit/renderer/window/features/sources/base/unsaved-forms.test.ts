import { beforeEach, describe, expect, it } from 'vitest';
import { emptyFormValues } from '#renderer/window/features/sources/base/source-form-values.ts';
import {
  countUnsavedForms,
  createForm,
  discardForm,
  discardFormsOfArticle,
  findForm,
  setForm,
  useUnsavedForms,
} from '#renderer/window/features/sources/base/unsaved-forms.ts';
import { showError, useNotices } from '#renderer/window/state/base/notices.ts';
import { isKeptOpen, useKeptOpenArticles } from '#renderer/window/state/review/open-review.ts';

const file = { name: 'ledger.pdf', bytes: 12, mime: 'application/pdf', sha256: 'a'.repeat(64) };

beforeEach(() => {
  useUnsavedForms.setState({}, true);
  useKeptOpenArticles.setState({}, true);
});

describe('unsaved forms', () => {
  it('are discarded with their article when it is deleted, and those of other articles stay', () => {
    setForm('c1', { ...createForm('ferry', emptyFormValues), files: [file] });
    setForm('c2', createForm('ferry', emptyFormValues));
    setForm('c3', { ...createForm('tunnel', emptyFormValues), files: [file] });
    expect(countUnsavedForms(null)).toBe(3);
    discardFormsOfArticle('ferry');
    expect(Object.keys(useUnsavedForms.getState())).toEqual(['tunnel/c3']);
    expect(countUnsavedForms(null)).toBe(1);
    expect([isKeptOpen('ferry'), isKeptOpen('tunnel')]).toEqual([false, true]);
  });

  it('stay with their article when another one has a claim with the same id', () => {
    const values = { ...emptyFormValues, title: 'Interview with J. Doe', confidential: true };
    const form = { ...createForm('ferry', values), files: [file] };
    setForm('c1', form);
    expect(findForm('tunnel', 'c1')).toBeUndefined();
    setForm('c1', createForm('tunnel', emptyFormValues));
    expect(findForm('ferry', 'c1')).toBe(form);
    discardForm('tunnel', 'c1');
    expect(findForm('ferry', 'c1')).toBe(form);
    expect(isKeptOpen('ferry')).toBe(true);
  });

  it('clear the error about another source when they are discarded', () => {
    setForm('c1', createForm('ferry', emptyFormValues));
    showError('The form already has another source.', 'form');
    discardForm('ferry', 'c1');
    expect(useNotices.getState().notices).toEqual([]);
  });
});
