import { describe, expect, it } from 'vitest';
import {
  applyFormChanges,
  applySourceFormChanges,
  emptyFormValues,
  getSourceFields,
  parseSourceForm,
  toKnownValues,
  toSourceValues,
} from '#renderer/window/features/sources/base/source-form-values.ts';
import { emptySource } from '#tests/libraries/sources.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';

describe('the values of a source form', () => {
  it('show a source as it is, and parse to the same source', () => {
    const source = createTestSource('a', {
      kind: 'person',
      publisher: 'The authority',
      contact: 'by telephone',
      accessedAt: '2026-11',
      url: 'mailto:a@example.org',
      primary: true,
      confidential: true,
      derivedFrom: 'b',
    });
    const fields = getSourceFields(source);
    expect(Object.keys(fields)).not.toContain('standingReason');
    const parsed = parseSourceForm({ ...emptyFormValues, ...toSourceValues(source) });
    expect(parsed.ok && parsed.source).toEqual(fields);
  });

  it('contain only what is known of a source', () => {
    expect(toKnownValues({ url: 'https://example.org', author: null })).toEqual({
      url: 'https://example.org',
    });
  });
});

describe('parsing a source form', () => {
  it('returns a source and its evidence, with empty fields as null', () => {
    expect(
      parseSourceForm({
        ...emptyFormValues,
        title: ' Decision 2019/44 ',
        url: '10.1000/182',
        locator: 'p. 3',
      }),
    ).toEqual({
      ok: true,
      source: { ...emptySource, kind: 'webPage', title: 'Decision 2019/44', url: 'doi:10.1000/182' },
      evidence: { stance: null, locator: 'p. 3', quote: null, note: null },
    });
  });

  it.each([
    ['https://example.org/a?b=1', 'https://example.org/a?b=1', 'example.org/a?b=1'],
    ['10.1000/182', 'doi:10.1000/182', '10.1000/182'],
    ['https://example.org is down', null, 'https://example.org is down'],
    ['10. Bericht', null, '10. Bericht'],
  ])('reads %j in the title as an address only where it is one', (title, url, expectedTitle) => {
    expect(parseSourceForm({ ...emptyFormValues, title })).toMatchObject({
      source: { url, title: expectedTitle },
    });
    const other = 'https://other.example/';
    expect(parseSourceForm({ ...emptyFormValues, title, url: other })).toMatchObject({
      source: { url: other, title },
    });
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'example.org', 'data:text/html,x', 'https://'])(
    'refuses %s as an address',
    (url) => {
      const parsed = parseSourceForm({ ...emptyFormValues, title: 'x', url });
      expect(parsed).toMatchObject({ ok: false, errors: { url: expect.any(String) } });
    },
  );

  it('ignores fields that the kind of source does not have', () => {
    const values = {
      ...emptyFormValues,
      title: 'x',
      author: 'Ada',
      contact: 'by telephone',
      publishedAt: '2020',
    };
    expect(parseSourceForm({ ...values, kind: 'person' })).toMatchObject({
      source: { author: null, publishedAt: null, contact: 'by telephone' },
    });
    expect(parseSourceForm({ ...values, kind: 'dataset' })).toMatchObject({
      source: { author: 'Ada', publishedAt: '2020', contact: null },
    });
  });

  it('keeps what a source hides when it is not confidential for once', () => {
    const values = { ...emptyFormValues, title: 'x', alsoHide: ' Quilly, night porter ' };
    for (const confidential of [true, false])
      expect(parseSourceForm({ ...values, confidential })).toMatchObject({
        source: { confidential, alsoHide: 'Quilly, night porter' },
      });
  });

  it('returns an error for every invalid field', () => {
    const parsed = parseSourceForm({
      ...emptyFormValues,
      title: ' ',
      publishedAt: '24.11.2026',
      accessedAt: '2026-13',
    });
    expect(parsed.ok ? [] : Object.keys(parsed.errors).sort()).toEqual([
      'accessedAt',
      'publishedAt',
      'title',
    ]);
  });
});

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
