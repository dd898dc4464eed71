import { formatCount } from '../../../shared/text/format/format-count';
import { formatDateTimeRange } from '../../../shared/text/format/format-dates';
import { Checkbox } from '../../ui/fields/checkbox';

interface HeldInBackupsProps {
  /** When the backups were made that hold what is to be deleted, the newest first. */
  held: readonly string[];
  isOne: boolean;
  removes: boolean;
  onChange: (removes: boolean) => void;
}

/** Names the backups that still hold what is to be deleted, and offers to remove it there. */
export function HeldInBackups({ held, isOne, removes, onChange }: HeldInBackupsProps) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <>
      <p>
        {formatCount(held.length, 'backup')} still {held.length === 1 ? 'holds' : 'hold'}{' '}
        {isOne ? 'it' : 'them'}, made on {formatDateTimeRange(held.at(-1) ?? '', held[0] ?? '', timeZone)}.
      </p>
      <Checkbox isSelected={removes} onChange={onChange}>
        Remove {isOne ? 'it' : 'them'} from the backups as well
      </Checkbox>
    </>
  );
}
