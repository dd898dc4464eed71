import { beforeEach, describe, expect, it } from 'vitest';
import {
  countUnsavedForms,
  createForm,
  discardForm,
  discardFormsOfArticle,
  setForm,
  useUnsavedForms,
} from '../../../../../../renderer/features/sources/form/unsaved-forms';
import { emptyFormValues } from '../../../../../../renderer/features/sources/form/values/source-form-values';
import { isKeptOpen, useKeptOpenArticles } from '../../../../../../renderer/state/article/kept-open-articles';
import { showError, useNotices } from '../../../../../../renderer/state/notices';

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
    expect(Object.keys(useUnsavedForms.getState())).toEqual(['c3']);
    expect(countUnsavedForms(null)).toBe(1);
    expect([isKeptOpen('ferry'), isKeptOpen('tunnel')]).toEqual([false, true]);
  });

  it('clear the error about another source when they are discarded', () => {
    setForm('c1', createForm('ferry', emptyFormValues));
    showError('The form already has another source.', 'form');
    discardForm('c1');
    expect(useNotices.getState().notices).toEqual([]);
  });
});
