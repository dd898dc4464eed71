import type { Source } from '#shared/domain/base/source.ts';
import { goodStanding } from '#shared/domain/base/source-standing.ts';
import { emptySource } from '#tests/libraries/sources.ts';

/** Creates a web page without any information but the given fields. */
export function createTestSource(id: string, fields: Partial<Source> = {}): Source {
  return { id, ...emptySource, kind: 'webPage', title: `Source ${id}`, ...goodStanding, ...fields };
}
