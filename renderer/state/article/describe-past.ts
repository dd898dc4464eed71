import { formatDateTime } from '../../../shared/text/format/format-dates';
import type { Session } from '../review/session';

/** Says of which time the claims and verdicts of an older draft are, as a sentence. */
export function describePast({ draft, pastAt }: Pick<Session, 'draft' | 'pastAt'>): string {
  if (pastAt === null)
    return 'Verdicts are those of today, because the history does not say how they stood when it was the newest draft.';
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return `Claims and verdicts as of ${formatDateTime(pastAt, timeZone)}, when draft ${draft.number + 1} was added.`;
}
