import { formatCount } from '../../../shared/text/format/format-count';
import { formatNumber } from '../../../shared/text/format/format-number';
import { useSession } from '../../state/review/use-session';
import { MarkedSnippet } from '../../ui/text/marked-snippet';
import styles from './find-results.module.css';
import { groupLabels, type ResultGroup, type ResultRow } from './list-results';
import { usePlaceBelow } from './use-place-below';

interface FindResultsProps {
  id: string;
  groups: readonly ResultGroup[];
  /** The row that Enter opens; null while that is the match in the article. */
  activeId: string | null;
  /** The field below which the list is shown. */
  field: HTMLElement | null;
  onOpen: (row: ResultRow) => void;
}

/** The id of a row's element, by which the field says which row is the active one. */
export function getRowElementId(listId: string, rowId: string): string {
  return `${listId}-${rowId}`;
}

/** The results in groups, below the field. The focus stays in the field. */
export function FindResults({ id, groups, activeId, field, onOpen }: FindResultsProps) {
  const style = usePlaceBelow(field);
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Results"
      className={styles.list}
      style={style}
      // A press would take the focus from the field, and the list with it.
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(({ name, count, rows }) => {
        const label = `${groupLabels[name]} ${formatNumber(count)}`;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox
          <div key={name} role="group" aria-label={label}>
            <div className={styles.label} aria-hidden="true">
              {label}
            </div>
            {rows.map((row) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field passes on the keys
              <div
                key={row.id}
                id={getRowElementId(id, row.id)}
                role="option"
                aria-selected={row.id === activeId}
                className={styles.row}
                ref={row.id === activeId ? scrollIntoView : null}
                onClick={() => onOpen(row)}
              >
                <RowContent row={row} />
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

function RowContent({ row }: { row: ResultRow }) {
  const { review, outlineById } = useSession();
  if (row.kind === 'more')
    return <span className={styles.more}>{`Show ${formatCount(row.count, 'more result')}`}</span>;
  if (row.kind === 'match') return <MarkedSnippet snippet={row.snippet} />;
  const number = row.claimId === null ? undefined : outlineById().get(row.claimId)?.number;
  const source = row.sourceId === null ? undefined : review.sources.get(row.sourceId);
  const isTitle = source !== undefined && row.snippet.text === source.title;
  return (
    <>
      <MarkedSnippet snippet={row.snippet} />
      <span className={styles.where}>
        {number !== undefined && <span>{`Claim ${formatNumber(number)}`}</span>}
        {source && !isTitle && <bdi>{source.title}</bdi>}
      </span>
    </>
  );
}
