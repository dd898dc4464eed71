import { useClaimNumber } from '#renderer/window/state/review/use-session.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { Checkbox } from '#renderer/window/ui/fields/field.tsx';
import type { Leak } from '#shared/reports/base/leak.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { capitalize } from '#shared/text/format/wording.ts';
import styles from './leak-list.module.css';

interface LeakItemProps {
  leak: Leak;
  isConfirmed: boolean;
  onConfirm: (isConfirmed: boolean) => void;
  /** Shows the claim, or its note. */
  onGoTo: (leak: Leak) => void;
}

/** The words of a leak, marked in their sentence. Their direction is their own. */
function Excerpt({ before, words, after }: Leak['excerpt']) {
  return (
    <bdi>
      {before}
      <mark className={styles.words}>{words}</mark>
      {after}
    </bdi>
  );
}

/** One leak: what it is, its words, for a possible one a checkbox, and the way to its claim. */
function LeakItem({ leak, isConfirmed, onConfirm, onGoTo }: LeakItemProps) {
  const { level, place, message, excerpt, claimId } = leak;
  const number = useClaimNumber(claimId);
  return (
    <li className={styles.item}>
      {level === 'certain' ? (
        <p className={styles.label}>
          <b>{message}</b> <Excerpt {...excerpt} />
        </p>
      ) : (
        <Checkbox isSelected={isConfirmed} onChange={onConfirm}>
          <span className={styles.label}>
            <span className={styles.place}>{capitalize(place)}: </span>
            <Excerpt {...excerpt} />
          </span>
        </Checkbox>
      )}
      {claimId !== null && (
        <Button kind="quiet" onPress={() => onGoTo(leak)}>
          {number === null ? 'Go to the claim' : `Go to claim ${number}`}
        </Button>
      )}
    </li>
  );
}

/** How many leaks that are still open are shown at once: nobody reads more, and the others follow as these are confirmed. */
const maxShown = 100;

interface LeakListProps {
  leaks: readonly Leak[];
  confirmed: ReadonlySet<string>;
  onConfirm: (leakId: string, isConfirmed: boolean) => void;
  onGoTo: (leak: Leak) => void;
}

/** Cuts the list after `maxShown` leaks that are open, so that none moves when one is confirmed. */
function cutList(leaks: readonly Leak[], confirmed: ReadonlySet<string>): readonly Leak[] {
  let openCount = 0;
  const end = leaks.findIndex(({ id }) => !confirmed.has(id) && ++openCount > maxShown);
  return end === -1 ? leaks : leaks.slice(0, end);
}

/**
 * The leaks of a report or a copied text: those that stop it, then those that the reviewer has to confirm. `export-draft.ts` holds
 * the confirmations; `leak-dialog.tsx` asks before printing and copying.
 */
export function LeakList({ leaks, confirmed, onConfirm, onGoTo }: LeakListProps) {
  const certain = leaks.filter(({ level }) => level === 'certain');
  const possible = leaks.filter(({ level }) => level === 'possible');
  const confirmedCount = possible.filter(({ id }) => confirmed.has(id)).length;
  const renderList = (label: string, listed: readonly Leak[]) => {
    const shown = cutList(listed, confirmed);
    return (
      <>
        <ul className={styles.list} aria-label={label}>
          {shown.map((leak) => (
            <LeakItem
              key={leak.id}
              leak={leak}
              isConfirmed={confirmed.has(leak.id)}
              onConfirm={(isConfirmed) => onConfirm(leak.id, isConfirmed)}
              onGoTo={onGoTo}
            />
          ))}
        </ul>
        {shown.length < listed.length && (
          <p>And {formatNumber(listed.length - shown.length)} more after these.</p>
        )}
      </>
    );
  };
  return (
    <>
      {certain.length > 0 && (
        <section className={styles.group}>
          {renderList('Reveals a source', certain)}
          <p>Change these words or leave them out.</p>
        </section>
      )}
      {possible.length > 0 && (
        <section className={styles.group}>
          <p>
            {formatCount(possible.length, 'place')} may reveal a source: a name in a title or quotation, a
            common word, a short name or a few quoted words of it. Tick each one that reveals nothing.{' '}
            {formatNumber(confirmedCount)} of {formatNumber(possible.length)} ticked.
          </p>
          {renderList('May reveal a source', possible)}
        </section>
      )}
    </>
  );
}
