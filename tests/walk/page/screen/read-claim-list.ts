import type { PageTools } from '../tools/page-tools';

export interface ClaimListState {
  /** The rows that are rendered. `position` counts from 1; `count` is the number of rows of the whole list. */
  rows: { id: string | null; position: number; count: number; text: string; isCurrent: boolean }[];
  /** Whether the rendered rows fill the visible part of the list. */
  isListFilled: boolean;
  /** The claim whose row has the focus. */
  focusedRowClaimId: string | null;
  /** The filters by verdict, with their counts. */
  filters: { label: string; isSelected: boolean }[];
  /** The labels of the other filters that are selected. */
  extraFilters: string[];
}

/** Runs in the window, where it is sent as source text. */
export function readClaimList({ collapseWhitespace, findAll, findVisible }: PageTools): ClaimListState {
  const list = document.querySelector('nav[aria-label="Claims"]');
  const rows = list ? findAll('[aria-posinset]', list) : [];

  const scroller = rows[0]?.parentElement?.parentElement?.getBoundingClientRect();
  const rowsInView = rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return scroller && bottom > scroller.top && top < scroller.bottom;
  });
  const lowest = Math.max(...rowsInView.map((row) => row.getBoundingClientRect().bottom));
  const isEndInView = rowsInView.some(
    (row) => row.getAttribute('aria-posinset') === row.getAttribute('aria-setsize'),
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
      position: Number(row.getAttribute('aria-posinset')),
      count: Number(row.getAttribute('aria-setsize')),
      text: collapseWhitespace(row.querySelector('button')?.textContent),
      isCurrent: row.querySelector('[aria-current="true"]') !== null,
    })),
    isListFilled: !scroller || isEndInView || lowest >= scroller.bottom - 1,
    focusedRowClaimId:
      document.activeElement?.closest('[data-claim-row]')?.getAttribute('data-claim') ?? null,
    filters,
    extraFilters: collapseWhitespace(list?.querySelector('fieldset [aria-haspopup]')?.textContent)
      .split(', ')
      .filter((label) => label !== '' && label !== 'More filters'),
  };
}
