import { stands } from '../../../shared/domain/fallen-source';
import type { Source } from '../../../shared/domain/source';
import { emptySource } from '../../libraries/sources';

/** A web page that nothing more is known of, with what differs. */
export function sourceOf(id: string, differing: Partial<Source> = {}): Source {
  return { id, ...emptySource, kind: 'webPage', title: `Source ${id}`, ...stands, ...differing };
}
