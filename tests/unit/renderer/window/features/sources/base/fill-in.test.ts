import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillInFromFile, fillInQuote, fillInSource } from '#renderer/window/features/sources/base/fill-in.ts';
import {
  emptyFormValues,
  parseSourceForm,
  type SourceFormValues,
} from '#renderer/window/features/sources/base/source-form-values.ts';
import { maxProseLength } from '#shared/domain/base/primitives.ts';
import { readAddressFields } from '#shared/references/address-fields.ts';

const today = '2026-11-24';
const url = 'https://www.harbour.example/notices/48213';

/** The values after the address is filled in; null when that is refused. */
function fillInAddress(values: Partial<SourceFormValues>, address: string): SourceFormValues | null {
  const filled = fillInSource({ ...emptyFormValues, ...values }, readAddressFields(address) ?? {}, today);
  return filled.ok ? filled.values : null;
}

describe('a link that is filled in', () => {
  it('fills in what its address says, which is enough to attach the source', () => {
    const values = fillInAddress({}, url);
    expect(values).toEqual({ ...emptyFormValues, url, publisher: 'harbour.example', accessedAt: today });
    expect(values && parseSourceForm(values)).toMatchObject({
      ok: true,
      source: { title: 'harbour.example/notices/48213', url },
    });
  });

  it('changes no field that has a value', () => {
    const before = { title: 'My title', accessedAt: '2020', kind: 'document', quote: 'words' } as const;
    expect(fillInAddress(before, url)).toMatchObject({ ...before, url, publisher: 'harbour.example' });
  });

  it('is refused by a form with another address, and changes nothing in a form with the same one', () => {
    expect(fillInAddress({ url: 'https://other.example/' }, url)).toBeNull();
    const once = fillInAddress({}, url);
    expect(once && fillInAddress(once, url)).toEqual(once);
  });

  it('is a DOI with the DOI as the fallback title', () => {
    const values = fillInAddress({}, 'doi:10.1000/182');
    expect(values).toMatchObject({ kind: 'document', url: 'doi:10.1000/182', title: '' });
    expect(values && parseSourceForm(values)).toMatchObject({ ok: true, source: { title: '10.1000/182' } });
  });
});

describe('text that is filled in', () => {
  it('becomes the quote, or is added to it', () => {
    expect(fillInQuote(emptyFormValues, 'first')).toMatchObject({ values: { quote: 'first' } });
    expect(fillInQuote({ ...emptyFormValues, quote: 'first' }, 'second')).toMatchObject({
      values: { quote: 'first […] second' },
    });
  });

  it('is refused if the quote would become too long', () => {
    expect(fillInQuote(emptyFormValues, 'x'.repeat(maxProseLength + 1)).ok).toBe(false);
  });
});

describe('a file that is filled in', () => {
  it.each([
    ['harbour_report_2019.pdf', 'harbour report 2019', 'document'],
    ['Crossings by month.xlsx', 'Crossings by month', 'dataset'],
    ['photo', 'photo', 'document'],
    ['.env', '.env', 'document'],
    ['1.2 million people.docx', '1.2 million people', 'document'],
  ])('%s gives the title %s', (name, title, kind) => {
    expect(fillInFromFile(emptyFormValues, name)).toEqual({ ...emptyFormValues, title, kind });
  });

  it('changes no title, and always gives one to a form without', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (title, name) => {
        const filled = fillInFromFile({ ...emptyFormValues, title }, name);
        if (title.trim() !== '') expect(filled.title).toBe(title);
        else if (name.trim() !== '') expect(filled.title.trim()).not.toBe('');
      }),
    );
  });
});
