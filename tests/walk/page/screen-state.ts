import type { PageTools } from './page-tools.ts';

interface ArticleState {
  /** The labels of the claims in the margin: number, glyph and status. */
  marginLabels: string[];
  /** How many labels had no room beside their lines, and are behind a button that shows their number. */
  hiddenLabelCount: number;
  /** The marked text of each claim, by its id. */
  marks: Record<string, string>;
  /** The claim that is highlighted as the current one; null when there is none, or when several could be it. */
  highlightedClaimId: string | null;
  /** The start offsets of the blocks in view. */
  blocksInView: number[];
  /** The start offsets of the blocks in painted sections: sections far from the screen have no marks. */
  paintedBlocks: number[];
}

/** Runs in the window, where it is sent as source text. */
function readArticle({ collapseWhitespace, findAll, findVisible, findArticleText }: PageTools): ArticleState {
  const text = findArticleText();
  const getClaimIds = (mark: Element) => (mark.getAttribute('data-claims') ?? '').split(' ');
  const getStart = (block: Element) => Number(block.getAttribute('data-start'));

  const marks: Record<string, string> = {};
  for (const mark of text ? findAll('mark', text) : [])
    for (const id of getClaimIds(mark)) marks[id] = (marks[id] ?? '') + (mark.textContent ?? '');

  // Claims may overlap. All highlighted marks have the id of the current claim.
  const [first, ...others] = text ? findAll('mark[aria-details]', text).map(getClaimIds) : [];
  const sharedIds = first?.filter((id) => others.every((ids) => ids.includes(id))) ?? [];

  const buttons = text
    ? findVisible('button', text).map(({ textContent }) => collapseWhitespace(textContent))
    : [];

  const scroller = text?.closest('[data-scroller]')?.getBoundingClientRect();
  const isInView = (element: Element | null | undefined) => {
    const { top = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {};
    return scroller !== undefined && bottom > scroller.top && top < scroller.bottom;
  };
  // A block that is not laid out yet is measured at a wrong position; its section is measured correctly.
  const isBlockInView = (block: Element) => isInView(block) && isInView(block.parentElement?.parentElement);
  const paintedSections = [...(text?.children ?? [])].filter((section) => section.querySelector('mark'));

  return {
    marginLabels: buttons.filter((label) => /^\d/.test(label)),
    hiddenLabelCount: buttons.reduce((sum, label) => sum + Number(/^\+(\d+)/.exec(label)?.[1] ?? 0), 0),
    marks,
    highlightedClaimId: sharedIds.length === 1 ? (sharedIds[0] ?? null) : null,
    blocksInView: text ? findAll('[data-start]', text).filter(isBlockInView).map(getStart) : [],
    paintedBlocks: paintedSections.flatMap((section) => findAll('[data-start]', section)).map(getStart),
  };
}

interface CardState {
  card: {
    title: string;
    /** The text of the claim. */
    text: string;
    /** The label of the selected verdict. */
    verdict: string | null;
    /** The stance and the title of each piece of evidence: `Supports: Ledger`. */
    evidence: string[];
    /** The values of the text fields, by their labels. */
    fields: Record<string, string>;
  };
}

/** Runs in the window, where it is sent as source text. */
function readCard({ collapseWhitespace, findAll }: PageTools): CardState {
  const card = document.querySelector('#claim-card:not([hidden])');

  const verdict = card?.querySelector(
    '[role="radiogroup"] :is([role="radio"][aria-checked="true"], input:checked)',
  );

  const fields: Record<string, string> = {};
  for (const field of card ? findAll('textarea, input:not([type="radio"], [type="checkbox"])', card) : []) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    const label = field.labels?.[0]?.textContent ?? field.getAttribute('aria-label');
    if (label) fields[collapseWhitespace(label)] = field.value;
  }

  const sources = card
    ? findAll('section[aria-label="Evidence"] > ul > li button[id^="source-of"]', card)
    : [];
  return {
    card: {
      title: card?.getAttribute('aria-label') ?? '',
      text: card?.querySelector('[role="comment"]')?.textContent ?? '',
      verdict: verdict
        ? collapseWhitespace(verdict.closest('label')?.textContent ?? verdict.textContent)
        : null,
      evidence: sources.map((title) => {
        const [stance] = (title.closest('li')?.querySelector('span')?.textContent ?? '').split(' · ');
        return `${stance}: ${collapseWhitespace(title.textContent)}`;
      }),
      fields,
    },
  };
}

interface ClaimListState {
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
function readClaimList({ collapseWhitespace, findAll, findVisible }: PageTools): ClaimListState {
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

/** Which screen is shown, and what its bars and dialogs say. */
interface FrameState {
  kind: 'article' | 'queue' | 'library' | 'other';
  /** The title of the dialog that is open. */
  dialog: string | null;
  /** The name of the draft in the title bar. */
  draft: string | null;
  statusBar: string;
  /** The list whose tab is selected. */
  list: 'claims' | 'sources';
  /** How many claims need the reviewer, by the banner above the article or the title of the queue; null where neither is shown. */
  queueCount: number | null;
  /** The notices that are no errors, with the labels of their buttons. */
  notices: { text: string; buttons: string[] }[];
}

/** Runs in the window, where it is sent as source text. */
function readFrame({ collapseWhitespace, findAll, findVisible, findArticleText }: PageTools): FrameState {
  const queue = document.querySelector('section[aria-label^="Claims of draft"]');
  const readKind = () => {
    if (queue) return 'queue';
    if (findArticleText()) return 'article';
    return document.querySelector('main li, main section') ? 'library' : 'other';
  };

  const dialog = findVisible('[role="dialog"], [role="alertdialog"]').at(-1);
  // In a narrow window the button exists and is hidden.
  const draft = findAll('header button')
    .map(({ textContent }) => collapseWhitespace(textContent))
    .find((name) => /^Draft \d+$/.test(name));
  const statusBar = findAll('footer').find((footer) => !footer.closest('main'));
  const tab = document.querySelector('[role="tab"][aria-selected="true"]');

  const announcements = [queue?.querySelector('h1'), ...findAll('main [role="status"] p')].map((element) =>
    collapseWhitespace(element?.textContent),
  );
  const [queueCount] = announcements.flatMap(
    (text) => /(\d+) claims?( of draft \d+)? needs? review/.exec(text)?.[1] ?? [],
  );

  return {
    kind: readKind(),
    dialog: dialog ? collapseWhitespace(dialog.querySelector('h1, h2, [slot="title"]')?.textContent) : null,
    draft: draft ?? null,
    statusBar: collapseWhitespace([...(statusBar?.children ?? [])].map((part) => part.textContent).join(' ')),
    list: tab?.textContent === 'Sources' ? 'sources' : 'claims',
    queueCount: queueCount ? Number(queueCount) : null,
    notices: findAll('section[aria-label="Messages"] [role="status"] > div').map((notice) => ({
      text: collapseWhitespace(notice.querySelector('p')?.textContent),
      buttons: findAll('button', notice).map((button) => collapseWhitespace(button.textContent)),
    })),
  };
}

interface SelectionState {
  /** The selection in the article, by offsets in the draft; null when there is none. */
  selection: { start: number; end: number; isInView: boolean } | null;
  /** Whether the bar of the selection is shown. */
  hasSelectionBar: boolean;
}

/** Runs in the window, where it is sent as source text. */
function readSelection({ findAll, findVisible, findArticleText }: PageTools): SelectionState {
  const text = findArticleText();

  /** The end of the last block before a DOM position that is in none. */
  const getEndOfBlockBefore = (node: Node, offset: number): number => {
    const blocksBefore = findAll('[data-start]', text ?? document).filter((block) => {
      const range = document.createRange();
      range.selectNode(block);
      return range.comparePoint(node, offset) > 0;
    });
    const last = blocksBefore.at(-1);
    return last ? Number(last.getAttribute('data-start')) + (last.textContent ?? '').length : 0;
  };
  const toDraftOffset = (node: Node, offset: number): number | null => {
    const element = node instanceof Element ? node : node.parentElement;
    const block = element?.closest('[data-start]');
    if (!block) return text && getEndOfBlockBefore(node, offset);
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, offset);
    return Number(block.getAttribute('data-start')) + range.toString().length;
  };

  /** The boxes of the selected lines, by block: a claim number between blocks may be in view while no selected text is. */
  const listSelectedLines = (selected: Range): DOMRect[] =>
    findAll('[data-start]', text ?? document).flatMap((block) => {
      if (!selected.intersectsNode(block)) return [];
      const part = document.createRange();
      part.selectNodeContents(block);
      if (selected.compareBoundaryPoints(Range.START_TO_START, part) > 0)
        part.setStart(selected.startContainer, selected.startOffset);
      if (selected.compareBoundaryPoints(Range.END_TO_END, part) < 0)
        part.setEnd(selected.endContainer, selected.endOffset);
      return [...part.getClientRects()];
    });
  const isInView = (selected: Range): boolean => {
    const view = text?.closest('[data-scroller]')?.getBoundingClientRect();
    const lines = listSelectedLines(selected);
    return (
      view !== undefined &&
      lines.some(({ bottom }) => bottom >= view.top) &&
      lines.some(({ top }) => top <= view.bottom)
    );
  };

  const selection = getSelection();
  const range =
    selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const isInText = range !== null && text?.contains(range.commonAncestorContainer) === true;
  return {
    selection:
      range && isInText
        ? {
            start: toDraftOffset(range.startContainer, range.startOffset) ?? -1,
            end: toDraftOffset(range.endContainer, range.endOffset) ?? -1,
            isInView: isInView(range),
          }
        : null,
    hasSelectionBar: findVisible('[role="toolbar"][aria-label="Selection"]').length > 0,
  };
}

/** The parts of the screen that the walk compares. Texts are on one line. */
export interface ScreenState extends FrameState, ClaimListState, ArticleState, SelectionState, CardState {}

/** Functions that run in the window, where they are sent as source text. Each reads a part of `ScreenState`. */
export const screenReaders = [readFrame, readClaimList, readArticle, readSelection, readCard];
