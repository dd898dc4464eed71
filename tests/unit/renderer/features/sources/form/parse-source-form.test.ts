import { describe, expect, it } from 'vitest';
import { parseSourceForm } from '../../../../../../renderer/features/sources/form/parse-source-form';
import { emptyFormValues } from '../../../../../../renderer/features/sources/form/source-form-values';
import { emptySource } from '../../../../../libraries/sources';

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
