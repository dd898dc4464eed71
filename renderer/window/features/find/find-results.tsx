import {
  type CSSProperties,
  type Ref,
  useDeferredValue,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import { useListedClaims, useSession, useTable } from '#renderer/window/state/review/use-session.ts';
import { getSearchableText, openFindList, useFind } from '#renderer/window/state/view/find.ts';
import { MarkedSnippet } from '#renderer/window/ui/text/isolated-text.tsx';
import {
  type FoundGroup,
  type FoundGroups,
  type FoundInReview,
  findInReview,
  foundGroups,
} from '#shared/domain/review/find-in-review.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { cutSnippet, type Snippet } from '#shared/text/snippet.ts';
import type { Span } from '#shared/text/span.ts';
import styles from './find-field.module.css';

/** How many results of a group are shown at first, and when more were asked for. */
const firstCount = 3;
const maxCount = 50;
/** Most matches that are marked in one snippet. */
const maxMarks = 20;

type GroupName = 'article' | FoundGroup;

const groupLabels: Record<GroupName, string> = {
  article: 'Article',
  claims: 'Claims',
  notes: 'Notes',
  corrections: 'Corrections',
  sources: 'Sources',
};

const nothing: FoundInReview = { key: '', claimId: null, sourceId: null, text: '', findSpans: () => [] };

/** A row of the list: a result, or the row that shows more of its group. */
type ResultRow = { id: string; group: GroupName } & (
  | { kind: 'match'; index: number; snippet: Snippet }
  | { kind: 'found'; claimId: string | null; sourceId: string | null; snippet: Snippet }
  | { kind: 'more'; count: number }
);

export type OpenableRow = Exclude<ResultRow, { kind: 'more' }>;

interface ResultGroup {
  name: GroupName;
  count: number;
  rows: ResultRow[];
}

/** The groups that have results, in their order. `wanted` are those of which more than the first few are shown. */
function listResultGroups(
  text: string,
  matches: readonly Span[],
  found: FoundGroups,
  wanted: ReadonlySet<GroupName>,
): ResultGroup[] {
  const list = (name: GroupName, count: number, createRow: (index: number) => ResultRow): ResultGroup => {
    const shown = Math.min(count, wanted.has(name) ? maxCount : firstCount);
    const rows = Array.from({ length: shown }, (_, index) => createRow(index));
    if (shown < count && !wanted.has(name))
      rows.push({ id: `${name}-more`, group: name, kind: 'more', count: Math.min(count, maxCount) - shown });
    return { name, count, rows };
  };
  return [
    list('article', matches.length, (index) => ({
      id: `article-${index}`,
      group: 'article',
      kind: 'match',
      index,
      snippet: cutSnippet(text, matches.slice(index, index + maxMarks)),
    })),
    ...foundGroups.map((name) =>
      list(name, found[name].length, (index) => {
        const { key, claimId, sourceId, text: words, findSpans } = found[name][index] ?? nothing;
        const row = { id: `${name}-${key}`, group: name, kind: 'found' as const, claimId, sourceId };
        return { ...row, snippet: cutSnippet(words, findSpans()) };
      }),
    ),
  ].filter(({ count }) => count > 0);
}

const noMatches: readonly Span[] = [];

/**
 * The results in the article and in everything about it, in groups. They follow what is typed as soon as there is time: the
 * letter that was typed and the matches in the article come first.
 */
function useGroupedResults() {
  const { review, draft } = useSession();
  const query = useDeferredValue(
    useFind((find) => find.searched),
    '',
  );
  const matches = useDeferredValue(
    useFind((find) => find.matches),
    noMatches,
  );
  const claims = useListedClaims();
  const revision = `${useTable('claims')} ${useTable('sources')} ${useTable('evidence')} ${useTable('proposedEvidence')}`;
  const [wanted, setWanted] = useState<{ query: string; groups: ReadonlySet<GroupName> }>({
    query: '',
    groups: new Set(),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tables change in place, and the revision with them
  const found = useMemo(
    () => findInReview(review, claims, { text: draft.text, searchable: getSearchableText(draft) }, query),
    [review, draft, claims, query, revision],
  );
  const groups = useMemo(
    () => listResultGroups(draft.text, matches, found, wanted.query === query ? wanted.groups : new Set()),
    [draft, matches, found, wanted, query],
  );
  return {
    /** The query of these results, which may be behind what is typed. */
    query,
    groups,
    showMore: (group: GroupName) =>
      setWanted((before) => ({
        query,
        groups: new Set(before.query === query ? [...before.groups, group] : [group]),
      })),
  };
}

/** The usual width and height of the list and its distance from the edges of the window, in CSS pixels. */
const usualWidth = 440;
const usualHeight = 460;
const margin = 8;

/** Places a list below a field, in the window, also when that becomes narrower. */
function usePlaceBelow(field: HTMLElement | null): CSSProperties {
  const [style, setStyle] = useState<CSSProperties>({});
  useLayoutEffect(() => {
    if (!field) return;
    const place = () => {
      const { bottom, left: fieldLeft } = (field.closest('search') ?? field).getBoundingClientRect();
      const width = Math.min(usualWidth, window.innerWidth - 2 * margin);
      const left = Math.max(margin, Math.min(window.innerWidth - margin - width, fieldLeft));
      setStyle({
        left,
        top: bottom + 4,
        width,
        maxHeight: Math.max(80, Math.min(usualHeight, window.innerHeight - bottom - 40)),
      });
    };
    place();
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  }, [field]);
  return style;
}

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
      className={`frame ${styles.list}`}
      style={style}
      // A press would take the focus from the field, and the list with it.
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(({ name, count, rows }) => {
        const label = `${groupLabels[name]} ${formatNumber(count)}`;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox
          <div key={name} role="group" aria-label={label}>
            <div className={`small-muted ${styles.label}`} aria-hidden="true">
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
      <span className={`wrapping-row small-muted ${styles.where}`}>
        {number !== undefined && <span>{`Claim ${formatNumber(number)}`}</span>}
        {source && !isTitle && <bdi>{source.title}</bdi>}
      </span>
    </>
  );
}
