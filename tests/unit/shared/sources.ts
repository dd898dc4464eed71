import { stands } from '../../../shared/domain/fallen-source';
import type { Source } from '../../../shared/domain/source';

/** A web page that nothing more is known of, with what differs. */
export function sourceOf(id: string, differing: Partial<Source> = {}): Source {
  return {
    id,
    kind: 'webPage',
    title: `Source ${id}`,
    author: null,
    publisher: null,
    publishedAt: null,
    accessedAt: null,
    url: null,
    archiveUrl: null,
    contact: null,
    primary: false,
    secondary: false,
    confidential: false,
    derivedFrom: null,
    ...stands,
    ...differing,
  };
}
