import { describe, expect, it } from 'vitest';
import { getSourceFields } from '../../../../../../renderer/features/sources/form/apply-form-changes';
import { parseSourceForm } from '../../../../../../renderer/features/sources/form/parse-source-form';
import { emptyFormValues, toKnownValues, toSourceValues } from '../../../../../../renderer/features/sources/form/source-form-values';
import { createTestSource } from '../../../../shared/sources';

describe('the values of a source form', () => {
  it('show a source as it is, and parse to the same source', () => {
    const source = createTestSource('a', {
      ...{ kind: 'person', publisher: 'The authority', contact: 'by telephone', accessedAt: '2026-11' },
      ...{ url: 'mailto:a@example.org', primary: true, confidential: true, derivedFrom: 'b' },
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
