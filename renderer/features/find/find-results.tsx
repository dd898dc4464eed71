import { type Ref, useEffect, useImperativeHandle, useState } from 'react';
import { formatCount } from '../../../shared/text/format/format-count';
import { formatNumber } from '../../../shared/text/format/format-number';
import { useSession } from '../../state/review/use-session';
import { openFindList, useFind } from '../../state/view/find';
import { MarkedSnippet } from '../../ui/text/marked-snippet';
import styles from './find-field.module.css';
import { groupLabels, type OpenableRow, type ResultRow } from './list-results';
import { useGroupedResults } from './use-grouped-results';
import { usePlaceBelow } from './use-place-below';

/** Takes the keys that are pressed in the field. */
export interface ResultKeys {
  /** Whether the key was one for the list. */
  pressKey: (key: string) => boolean;
}

interface FindResultsProps {
  id: string;
  keys: Ref<ResultKeys>;
  /** The field below which the list is shown. */
  field: HTMLElement | null;
  /** Called with the id of the element of the active row, which Enter opens; null while that is the match in the article. */
  onActive: (elementId: string | null) => void;
  onOpen: (row: OpenableRow) => void;
}

/** The results in groups, below the field while the list is open. The focus stays in the field, which passes on the keys. */
export function FindResults({ id, keys, field, onActive, onOpen }: FindResultsProps) {
  const { query, groups, showMore } = useGroupedResults();
  const typed = useFind((find) => find.query);
  const isOpen = useFind((find) => find.isListOpen);
  const style = usePlaceBelow(field);
  const [active, setActive] = useState({ query, index: -1 });
  const rows = groups.flatMap((group) => group.rows);
  // Other words have other results, of which none is the active one yet.
  const activeRow = isOpen && active.query === query ? rows[active.index] : undefined;
  const activeIndex = activeRow ? active.index : -1;
  const getElementId = (row: ResultRow) => `${id}-${row.id}`;
  const activeElementId = activeRow ? getElementId(activeRow) : null;
  useEffect(() => onActive(activeElementId), [onActive, activeElementId]);
  useEffect(() => () => onActive(null), [onActive]);

  const open = (row: ResultRow) => {
    // The first of the rows that take its place becomes the active one.
    if (row.kind === 'more') showMore(row.group);
    else onOpen(row);
    // Enter goes on to the next match from there.
    if (row.kind === 'match') setActive({ query, index: -1 });
  };
  const pressKey = (key: string): boolean => {
    if (query !== typed && key === 'ArrowDown') {
      // The results of what was typed last are on their way: the row is in them.
      setActive({ query: typed, index: active.query === typed ? active.index + 1 : 0 });
      return true;
    }
    if (rows.length === 0) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      openFindList();
      // Before the first row is the field, and after the last one.
      const next = activeIndex + (key === 'ArrowDown' ? 1 : -1);
      setActive({ query, index: next === -2 ? rows.length - 1 : next === rows.length ? -1 : next });
    } else if (activeRow && key === 'Escape') setActive({ query, index: -1 });
    else if (activeRow && key === 'Enter') open(activeRow);
    else return false;
    return true;
  };
  useImperativeHandle(keys, () => ({ pressKey }));
  if (rows.length === 0 || !isOpen) return null;

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
                id={getElementId(row)}
                role="option"
                aria-selected={row === activeRow}
                className={styles.row}
                ref={row === activeRow ? scrollIntoView : null}
                onClick={() => open(row)}
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
