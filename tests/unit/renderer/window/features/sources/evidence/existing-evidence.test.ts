import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyFormValues,
  type SourceFormValues,
} from '#renderer/window/features/sources/base/source-form-values.ts';
import { mergeIntoEvidenceForm } from '#renderer/window/features/sources/evidence/existing-evidence.ts';

const existing: SourceFormValues = {
  ...emptyFormValues,
  title: 'Harbour statistics',
  publisher: 'Harbour office',
  locator: 'p. 3',
  quote: 'a quote',
};

/** A form for a source that was typed again instead of picked. */
function createTypedForm(values: Partial<SourceFormValues>) {
  return { initialValues: emptyFormValues, values: { ...emptyFormValues, ...values }, picked: null };
}

describe('a form that attaches the same source to a claim again', () => {
  it('fills only the empty fields of the existing evidence', () => {
    const filled = mergeIntoEvidenceForm(
      existing,
      createTypedForm({ publisher: 'Port', author: 'Bo', note: 'a note' }),
    );
    expect(filled).toEqual({ ...existing, author: 'Bo', note: 'a note' });
  });

  it('adds its locator, quote and note to the existing ones', () => {
    const filled = mergeIntoEvidenceForm(
      existing,
      createTypedForm({ locator: 'p. 9', quote: 'another', stance: 'refutes' }),
    );
    expect(filled).toMatchObject({ locator: 'p. 3; p. 9', quote: 'a quote […] another', stance: 'refutes' });
  });

  it('changes the fields that were changed after the source was picked', () => {
    const initialValues = { ...existing, locator: '', quote: '' };
    const values = { ...initialValues, publisher: 'Port authority' };
    const picked = { from: 'article', sourceId: 'a' } as const;
    expect(mergeIntoEvidenceForm(existing, { initialValues, values, picked })).toEqual({
      ...existing,
      publisher: 'Port authority',
    });
  });

  it('makes the source primary or secondary as it was marked last, and never both', () => {
    const secondary = { ...existing, secondary: true };
    expect(mergeIntoEvidenceForm(secondary, createTypedForm({ primary: true }))).toMatchObject({
      primary: true,
      secondary: false,
    });
    const primary = { ...existing, primary: true };
    expect(mergeIntoEvidenceForm(primary, createTypedForm({ secondary: true }))).toMatchObject({
      primary: false,
      secondary: true,
    });
    expect(mergeIntoEvidenceForm(secondary, createTypedForm({}))).toMatchObject({
      primary: false,
      secondary: true,
    });
  });

  it('loses no text of either form, and adds nothing when nothing was filled in', () => {
    const words = fc.string({ maxLength: 12 });
    const texts = fc.record({ locator: words, quote: words, note: words });
    fc.assert(
      fc.property(texts, texts, (one, two) => {
        const filled = mergeIntoEvidenceForm({ ...existing, ...one }, createTypedForm(two));
        for (const name of ['locator', 'quote', 'note'] as const) {
          expect(filled[name]).toContain(one[name].trim());
          expect(filled[name]).toContain(two[name].trim());
        }
        expect(mergeIntoEvidenceForm({ ...existing, ...one }, createTypedForm({}))).toEqual({
          ...existing,
          ...one,
        });
      }),
    );
  });
});
