import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyDraft,
  parseDraft,
  type SourceDraft,
} from '../../../../../../renderer/features/sources/form/source-draft';
import {
  fillInFromFile,
  fillInQuote,
  fillInSource,
} from '../../../../../../renderer/features/sources/give/given-draft';
import { longestProse } from '../../../../../../shared/domain/primitives';
import { addressFields } from '../../../../../../shared/references/address-fields';

const today = '2026-11-24';
const url = 'https://www.harbour.example/notices/48213';

function filledWith(draft: Partial<SourceDraft>, address: string): SourceDraft | null {
  const filled = fillInSource({ ...emptyDraft, ...draft }, addressFields(address) ?? {}, today);
  return filled.ok ? filled.draft : null;
}

describe('a link in the source form', () => {
  it('fills in what it tells, and that alone can be attached', () => {
    const draft = filledWith({}, url);
    expect(draft).toEqual({ ...emptyDraft, url, publisher: 'harbour.example', accessedAt: today });
    expect(draft && parseDraft(draft)).toMatchObject({
      ok: true,
      source: { title: 'harbour.example/notices/48213', url },
    });
  });

  it('leaves alone what was filled in before', () => {
    const before = { title: 'My title', accessedAt: '2020', kind: 'document', quote: 'words' } as const;
    expect(filledWith(before, url)).toMatchObject({ ...before, url, publisher: 'harbour.example' });
  });

  it('is refused by a form that holds another address, and changes nothing when it is there already', () => {
    expect(filledWith({ url: 'https://other.example/' }, url)).toBeNull();
    const once = filledWith({}, url);
    expect(once && filledWith(once, url)).toEqual(once);
  });

  it('takes a DOI for the address and the stand-in for the title', () => {
    const draft = filledWith({}, 'doi:10.1000/182');
    expect(draft).toMatchObject({ kind: 'document', url: 'doi:10.1000/182', title: '' });
    expect(draft && parseDraft(draft)).toMatchObject({ ok: true, source: { title: '10.1000/182' } });
  });
});

describe('words in the source form', () => {
  it('become the quote, and stand behind one that is there', () => {
    expect(fillInQuote(emptyDraft, 'first')).toMatchObject({ draft: { quote: 'first' } });
    expect(fillInQuote({ ...emptyDraft, quote: 'first' }, 'second')).toMatchObject({
      draft: { quote: 'first […] second' },
    });
  });

  it('are refused where they are longer than a quote can be', () => {
    expect(fillInQuote(emptyDraft, 'x'.repeat(longestProse + 1)).ok).toBe(false);
  });
});

describe('a file in the source form', () => {
  it.each([
    ['harbour_report_2019.pdf', 'harbour report 2019', 'document'],
    ['Crossings by month.xlsx', 'Crossings by month', 'dataset'],
    ['photo', 'photo', 'document'],
    ['.env', '.env', 'document'],
    ['1.2 million people.docx', '1.2 million people', 'document'],
  ])('%s is called %s', (name, title, kind) => {
    expect(fillInFromFile(emptyDraft, name)).toEqual({ ...emptyDraft, title, kind });
  });

  it('changes no title that is there, and always gives one where there is none', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (title, name) => {
        const filled = fillInFromFile({ ...emptyDraft, title }, name);
        if (title.trim() !== '') expect(filled.title).toBe(title);
        else if (name.trim() !== '') expect(filled.title.trim()).not.toBe('');
      }),
    );
  });
});
