import type { Source } from '../../../shared/domain/source';
import { stands } from '../../../shared/domain/sources/withdrawn-source';
import { emptySource } from '../../libraries/sources';

/** A web page that nothing more is known of, with what differs. */
export function sourceOf(id: string, differing: Partial<Source> = {}): Source {
  return { id, ...emptySource, kind: 'webPage', title: `Source ${id}`, ...stands, ...differing };
}
