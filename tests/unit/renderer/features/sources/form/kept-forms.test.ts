import { beforeEach, describe, expect, it } from 'vitest';
import {
  beginForm,
  countKeptForms,
  dropForm,
  dropFormsOf,
  keepForm,
  useKeptForms,
} from '../../../../../../renderer/features/sources/form/kept-forms';
import { emptyDraft } from '../../../../../../renderer/features/sources/form/source-draft';
import { say, useNotices } from '../../../../../../renderer/state/notices';
import { isHeld, useHeldArticles } from '../../../../../../renderer/state/review/held-articles';

const file = { name: 'ledger.pdf', bytes: 12, mime: 'application/pdf', sha256: 'a'.repeat(64) };

beforeEach(() => {
  useKeptForms.setState({}, true);
  useHeldArticles.setState({}, true);
});

describe('forms that are half filled in', () => {
  it('go with their article when it is deleted, and those of other articles stay', () => {
    keepForm('c1', { ...beginForm('ferry', emptyDraft), files: [file] });
    keepForm('c2', beginForm('ferry', emptyDraft));
    keepForm('c3', { ...beginForm('tunnel', emptyDraft), files: [file] });
    expect(countKeptForms(null)).toBe(3);
    dropFormsOf('ferry');
    expect(Object.keys(useKeptForms.getState())).toEqual(['c3']);
    expect(countKeptForms(null)).toBe(1);
    expect([isHeld('ferry'), isHeld('tunnel')]).toEqual([false, true]);
  });

  it('take along what was said against giving them another source', () => {
    keepForm('c1', beginForm('ferry', emptyDraft));
    say('The form holds another source.', 'form');
    dropForm('c1');
    expect(useNotices.getState().shown).toEqual([]);
  });
});
