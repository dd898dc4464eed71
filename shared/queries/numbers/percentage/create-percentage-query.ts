import type { Span } from '../../../text/span';
import type { Query } from '../../query';

/** A query about figures beside each other. `places` are UTF-16 offsets into the draft's text. */
export function createPercentageQuery(places: readonly [Span, ...Span[]], explanation: string): Query {
  const [first, ...rest] = [...places]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end }));
  return { rule: 'percentage', places: [first ?? places[0], ...rest], explanation };
}
