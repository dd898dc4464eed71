import { type Leak, listOpenLeaks } from '../../../../shared/reports/confidential/leak';
import { formatCount } from '../../../../shared/text/format/numbers';

/** Says why a report can’t be saved, without a full stop; null when it can. */
export function describeOpenLeaks(leaks: readonly Leak[], confirmed: ReadonlySet<string>): string | null {
  const open = listOpenLeaks(leaks, [...confirmed]);
  const certainCount = open.filter(({ level }) => level === 'certain').length;
  if (certainCount > 0) return `${formatCount(certainCount, 'place')} would reveal a source`;
  return open.length === 0
    ? null
    : `${formatCount(open.length, 'place')} may reveal a source: tick what reveals nothing`;
}
