import { describe, expect, it } from 'vitest';
import { emptyDraft, parseDraft } from '../../../../../renderer/features/sources/source-draft';

describe('the source form', () => {
  it('is parsed into a source and its evidence, with empty fields as null', () => {
    expect(
      parseDraft({ ...emptyDraft, title: ' Decision 2019/44 ', url: '10.1000/182', locator: 'p. 3' }),
    ).toEqual({
      ok: true,
      source: {
        kind: 'webPage',
        title: 'Decision 2019/44',
        author: null,
        publisher: null,
        publishedAt: null,
        accessedAt: null,
        url: 'doi:10.1000/182',
        primary: false,
      },
      evidence: { stance: 'supports', locator: 'p. 3', quote: null },
    });
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'example.org', 'data:text/html,x', 'https://'])(
    'refuses %s as an address',
    (url) => {
      const parsed = parseDraft({ ...emptyDraft, title: 'x', url });
      expect(parsed).toMatchObject({ ok: false, problems: { url: expect.any(String) } });
    },
  );

  it('names every field that is wrong', () => {
    const parsed = parseDraft({
      ...emptyDraft,
      title: ' ',
      publishedAt: '24.11.2026',
      accessedAt: '2026-13',
    });
    expect(parsed.ok ? [] : Object.keys(parsed.problems).sort()).toEqual([
      'accessedAt',
      'publishedAt',
      'title',
    ]);
  });
});
