import { formatCount } from '../../../shared/text/format/format-count';
import { formatDateTime } from '../../../shared/text/format/format-dates';
import { Checkbox } from '../../ui/fields/checkbox';

/** How many backups are named with their time. */
const namedBackups = 3;

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
  const named = held.slice(0, namedBackups).map((takenAt) => formatDateTime(takenAt, timeZone));
  const others = held.length - named.length;
  return (
    <>
      <p>
        {formatCount(held.length, 'backup')} still {held.length === 1 ? 'holds' : 'hold'}{' '}
        {isOne ? 'it' : 'them'}, made on {named.join('; ')}
        {others > 0 && `; and ${formatCount(others, 'more', 'more')}`}.
      </p>
      <Checkbox isSelected={removes} onChange={onChange}>
        Remove {isOne ? 'it' : 'them'} from the backups as well
      </Checkbox>
    </>
  );
}
