import type { PageTools } from '../tools/page-tools';

export interface ClaimListState {
  /** The rows that are rendered. `position` counts from 1; `count` is the number of rows of the whole list. */
  rows: {
    id: string | null;
    position: number;
    count: number;
    text: string;
    isCurrent: boolean;
    tags: string[];
  }[];
  /** Whether the rendered rows fill the visible part of the list. */
  isListFilled: boolean;
  /** The claim whose row has the focus. */
  focusedRowClaimId: string | null;
  /** The filters by verdict, with their counts. */
  filters: { label: string; isSelected: boolean }[];
  /** The labels of the other filters that are selected. */
  extraFilters: string[];
  /** The claims whose rendered rows are selected together. */
  selectedClaimIds: string[];
}

/** Runs in the window, where it is sent as source text. */
export function readClaimList({ collapseWhitespace, findAll, findVisible }: PageTools): ClaimListState {
  const list = document.querySelector('nav[aria-label="Claims"]');
  const rows = list ? findAll('[role="row"]', list) : [];

  const scroller = rows[0]?.parentElement?.parentElement?.getBoundingClientRect();
  const rowsInView = rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return scroller && bottom > scroller.top && top < scroller.bottom;
  });
  const lowest = Math.max(...rowsInView.map((row) => row.getBoundingClientRect().bottom));
  const isEndInView = rowsInView.some(
    (row) => row.getAttribute('aria-rowindex') === row.parentElement?.getAttribute('aria-rowcount'),
  );

  // A narrow list has a select instead of chips for the filters by verdict.
  const chips = list ? findVisible('fieldset [aria-pressed]', list) : [];
  const options = list ? findAll('fieldset option', list) : [];
  const filters = (chips.length > 0 ? chips : options).map((filter) => ({
    label: collapseWhitespace(filter.textContent),
    isSelected:
      chips.length > 0 ? filter.getAttribute('aria-pressed') === 'true' : filter.matches(':checked'),
  }));

  return {
    rows: rows.map((row) => ({
      id: row.querySelector('[data-claim-row]')?.getAttribute('data-claim') ?? null,
      position: Number(row.getAttribute('aria-rowindex')),
      count: Number(row.parentElement?.getAttribute('aria-rowcount')),
      text: collapseWhitespace(row.querySelector('button')?.textContent),
      isCurrent: row.querySelector('[aria-current="true"]') !== null,
      tags: findAll('bdi', row).map((name) => collapseWhitespace(name.textContent)),
    })),
    isListFilled: !scroller || isEndInView || lowest >= scroller.bottom - 1,
    focusedRowClaimId:
      document.activeElement?.closest('[data-claim-row]')?.getAttribute('data-claim') ?? null,
    filters,
    extraFilters: (list ? findAll('fieldset button', list) : [])
      .map((button) => collapseWhitespace(button.textContent))
      .filter((label) => label.startsWith('Remove filter '))
      .map((label) => label.replace('Remove filter ', '')),
    selectedClaimIds: rows
      .filter((row) => row.getAttribute('aria-selected') === 'true')
      .map((row) => row.querySelector('[data-claim-row]')?.getAttribute('data-claim') ?? ''),
  };
}
