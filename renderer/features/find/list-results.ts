import {
  type FoundGroup,
  type FoundGroups,
  type FoundInReview,
  foundGroups,
} from '../../../shared/domain/review/find-in-review';
import { cutSnippet, type Snippet } from '../../../shared/text/snippet';
import type { Span } from '../../../shared/text/span';

/** How many results of a group are shown at first, and when more were asked for. */
const firstCount = 3;
const maxCount = 50;
/** Most matches that are marked in one snippet. */
const maxMarks = 20;

export type GroupName = 'article' | FoundGroup;

export const groupLabels: Record<GroupName, string> = {
  article: 'Article',
  claims: 'Claims',
  notes: 'Notes',
  corrections: 'Corrections',
  sources: 'Sources',
};

const nothing: FoundInReview = { key: '', claimId: null, sourceId: null, text: '', findSpans: () => [] };

/** A row of the list: a result, or the row that shows more of its group. */
export type ResultRow = { id: string; group: GroupName } & (
  | { kind: 'match'; index: number; snippet: Snippet }
  | { kind: 'found'; claimId: string | null; sourceId: string | null; snippet: Snippet }
  | { kind: 'more'; count: number }
);

export type OpenableRow = Exclude<ResultRow, { kind: 'more' }>;

export interface ResultGroup {
  name: GroupName;
  count: number;
  rows: ResultRow[];
}

/** The groups that have results, in their order. `wanted` are those of which more than the first few are shown. */
export function listResultGroups(
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
      ...{ id: `article-${index}`, group: 'article', kind: 'match', index },
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
