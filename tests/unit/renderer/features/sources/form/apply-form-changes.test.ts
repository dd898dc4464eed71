import { describe, expect, it } from 'vitest';
import { applyFormChanges, applySourceFormChanges, getSourceFields } from '../../../../../../renderer/features/sources/form/apply-form-changes';
import { parseSourceForm } from '../../../../../../renderer/features/sources/form/parse-source-form';
import { emptyFormValues } from '../../../../../../renderer/features/sources/form/source-form-values';
import { createTestSource } from '../../../../shared/sources';

describe('applying a form to a stored source', () => {
  it('overwrites only the fields that the form changed, whatever else was changed in the meantime', () => {
    const initial = { title: 'Old', author: 'Ada', confidential: false };
    const filled = { ...initial, title: 'New' };
    const stored = { title: 'Old', author: 'Bo', confidential: true };
    expect(applyFormChanges(stored, initial, filled)).toEqual({
      title: 'New',
      author: 'Bo',
      confidential: true,
    });
    expect(applyFormChanges(stored, null, filled)).toEqual(filled);
  });

  it('never makes a source both primary and secondary', () => {
    const both = parseSourceForm({ ...emptyFormValues, title: 'x', primary: true, secondary: true });
    expect(both).toMatchObject({ source: { primary: true, secondary: false } });
    const initial = getSourceFields(createTestSource('a'));
    const filled = { ...initial, secondary: true };
    expect(applySourceFormChanges({ ...initial, primary: true }, initial, filled)).toEqual(filled);
    expect(applySourceFormChanges({ ...initial, primary: true }, initial, initial)).toEqual({
      ...initial,
      primary: true,
    });
  });
});
