import { describe, expect, it } from 'vitest';
import {
  emptyDraft,
  fieldsOf,
  knownTyped,
  overSource,
  overStanding,
  parseDraft,
  sourceTyped,
} from '../../../../../../renderer/features/sources/form/source-draft';
import { emptySource } from '../../../../../libraries/sources';
import { sourceOf } from '../../../../shared/sources';

describe('the source form', () => {
  it('is parsed into a source and its evidence, with empty fields as null', () => {
    expect(
      parseDraft({ ...emptyDraft, title: ' Decision 2019/44 ', url: '10.1000/182', locator: 'p. 3' }),
    ).toEqual({
      ok: true,
      source: { ...emptySource, kind: 'webPage', title: 'Decision 2019/44', url: 'doi:10.1000/182' },
      evidence: { stance: 'supports', locator: 'p. 3', quote: null, note: null },
    });
  });

  it.each([
    ['https://example.org/a?b=1', 'https://example.org/a?b=1', 'example.org/a?b=1'],
    ['10.1000/182', 'doi:10.1000/182', '10.1000/182'],
    ['https://example.org is down', null, 'https://example.org is down'],
    ['10. Bericht', null, '10. Bericht'],
  ])('takes %j in the title for an address only where it is one', (title, url, called) => {
    expect(parseDraft({ ...emptyDraft, title })).toMatchObject({ source: { url, title: called } });
    const other = 'https://other.example/';
    expect(parseDraft({ ...emptyDraft, title, url: other })).toMatchObject({ source: { url: other, title } });
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'example.org', 'data:text/html,x', 'https://'])(
    'refuses %s as an address',
    (url) => {
      const parsed = parseDraft({ ...emptyDraft, title: 'x', url });
      expect(parsed).toMatchObject({ ok: false, problems: { url: expect.any(String) } });
    },
  );

  it('shows a source as it is, and gives it back unchanged', () => {
    const source = sourceOf('a', {
      ...{ kind: 'person', publisher: 'The authority', contact: 'by telephone', accessedAt: '2026-11' },
      ...{ url: 'mailto:a@example.org', primary: true, confidential: true, derivedFrom: 'b' },
    });
    const fields = fieldsOf(source);
    expect(Object.keys(fields)).not.toContain('standingReason');
    const parsed = parseDraft({ ...emptyDraft, ...sourceTyped(source) });
    expect(parsed.ok && parsed.source).toEqual(fields);
  });

  it('leaves out what belongs to another kind of source', () => {
    const filled = { ...emptyDraft, title: 'x', author: 'Ada', contact: 'by telephone', publishedAt: '2020' };
    expect(parseDraft({ ...filled, kind: 'person' })).toMatchObject({
      source: { author: null, publishedAt: null, contact: 'by telephone' },
    });
    expect(parseDraft({ ...filled, kind: 'dataset' })).toMatchObject({
      source: { author: 'Ada', publishedAt: '2020', contact: null },
    });
  });

  it('takes over only what is known', () => {
    expect(knownTyped({ url: 'https://example.org', author: null })).toEqual({ url: 'https://example.org' });
  });

  it('overwrites only what was changed in it, whatever changed elsewhere meanwhile', () => {
    const before = { title: 'Old', author: 'Ada', confidential: false };
    const filled = { ...before, title: 'New' };
    const standing = { title: 'Old', author: 'Bo', confidential: true };
    expect(overStanding(standing, before, filled)).toEqual({
      title: 'New',
      author: 'Bo',
      confidential: true,
    });
    expect(overStanding(standing, null, filled)).toEqual(filled);
  });

  it('never stores a source as both primary and secondary', () => {
    const both = parseDraft({ ...emptyDraft, title: 'x', primary: true, secondary: true });
    expect(both).toMatchObject({ source: { primary: true, secondary: false } });
    const before = fieldsOf(sourceOf('a'));
    const filled = { ...before, secondary: true };
    expect(overSource({ ...before, primary: true }, before, filled)).toEqual(filled);
    expect(overSource({ ...before, primary: true }, before, before)).toEqual({ ...before, primary: true });
  });

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
