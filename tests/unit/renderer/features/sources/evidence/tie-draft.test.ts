import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillOverTie } from '../../../../../../renderer/features/sources/evidence/tie-draft';
import { emptyDraft, type SourceDraft } from '../../../../../../renderer/features/sources/form/source-draft';

const tie: SourceDraft = {
  ...emptyDraft,
  ...{ title: 'Harbour statistics', publisher: 'Harbour office', locator: 'p. 3', quote: 'a quote' },
};

function typedAnew(draft: Partial<SourceDraft>) {
  return { base: emptyDraft, draft: { ...emptyDraft, ...draft }, picked: null };
}

describe('a second tie to the same source', () => {
  it('fills what the first one lacks and leaves what it says', () => {
    const filled = fillOverTie(tie, typedAnew({ publisher: 'Port', author: 'Bo', note: 'a note' }));
    expect(filled).toEqual({ ...tie, author: 'Bo', note: 'a note' });
  });

  it('puts its own place, quote and note beside those that are there', () => {
    const filled = fillOverTie(tie, typedAnew({ locator: 'p. 9', quote: 'another', stance: 'refutes' }));
    expect(filled).toMatchObject({ locator: 'p. 3; p. 9', quote: 'a quote […] another', stance: 'refutes' });
  });

  it('changes a picked source where it was changed after it was picked', () => {
    const base = { ...tie, locator: '', quote: '' };
    const draft = { ...base, publisher: 'Port authority' };
    const picked = { from: 'article', sourceId: 'a' } as const;
    expect(fillOverTie(tie, { base, draft, picked })).toEqual({ ...tie, publisher: 'Port authority' });
  });

  it('marks the source as primary or secondary as it was marked last, and never as both', () => {
    const secondary = { ...tie, secondary: true };
    expect(fillOverTie(secondary, typedAnew({ primary: true }))).toMatchObject({
      primary: true,
      secondary: false,
    });
    const primary = { ...tie, primary: true };
    expect(fillOverTie(primary, typedAnew({ secondary: true }))).toMatchObject({
      primary: false,
      secondary: true,
    });
    expect(fillOverTie(secondary, typedAnew({}))).toMatchObject({ primary: false, secondary: true });
  });

  it('loses none of the words of either, and adds nothing when it says nothing', () => {
    const words = fc.string({ maxLength: 12 });
    const texts = fc.record({ locator: words, quote: words, note: words });
    fc.assert(
      fc.property(texts, texts, (one, two) => {
        const filled = fillOverTie({ ...tie, ...one }, typedAnew(two));
        for (const name of ['locator', 'quote', 'note'] as const) {
          expect(filled[name]).toContain(one[name].trim());
          expect(filled[name]).toContain(two[name].trim());
        }
        expect(fillOverTie({ ...tie, ...one }, typedAnew({}))).toEqual({ ...tie, ...one });
      }),
    );
  });
});
