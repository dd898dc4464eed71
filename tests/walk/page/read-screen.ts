import type { Tools } from './page-tools';

/** What stands on the screen, as far as the walk compares it. Words are on one line. */
export interface Seen {
  /** The title of the dialog that is open. */
  dialog: string | null;
  screen: 'article' | 'queue' | 'library' | 'other';
  /** The name of the draft, as the bar says it. */
  draft: string | null;
  rows: { id: string | null; at: number; of: number; words: string; isCurrent: boolean }[];
  /** Whether the rows on the screen leave no gap in the list. */
  isListWhole: boolean;
  /** The claim whose row has the focus. */
  focusedRow: string | null;
  filters: { words: string; isChosen: boolean }[];
  /** The other filters that are chosen. */
  extras: string[];
  margin: string[];
  /** How many claims found no room beside their lines, and are behind a button that says so. */
  more: number;
  /** The words painted for each claim, by its id. */
  marks: Record<string, string>;
  /** The claim painted as the current one; null when there is none, or more than one could be it. */
  currentMark: string | null;
  /** First offsets of the blocks in view. */
  blocks: number[];
  /** First offsets of the blocks in sections that are painted: far from the screen there are no marks. */
  painted: number[];
  card: {
    title: string;
    words: string;
    verdict: string | null;
    evidence: string[];
    fields: Record<string, string>;
  };
  counts: string;
  sources: string[];
  /** How many claims of a new draft are said to need the reviewer, above the article or in the queue; null where it is not said. */
  needs: number | null;
  selection: { start: number; end: number; text: string; isInView: boolean } | null;
  /** The list whose tab is selected. */
  list: 'claims' | 'sources';
  hasBar: boolean;
  notices: string[];
  focus: string;
}

/** Runs in the window, sent there as its own text. */
export function see(tools: Tools): Seen {
  const line = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const all = (selector: string, root: ParentNode = document) => [...root.querySelectorAll(selector)];
  const shown = (selector: string, root: ParentNode = document) => all(selector, root).filter(tools.isShown);
  const dialog = shown('[role="dialog"], [role="alertdialog"]').at(-1);
  const list = document.querySelector('nav[aria-label="Claims"]');
  const text = document.querySelector('[role="group"][aria-label="Article text"]');
  const card = document.querySelector('#claim-card:not([hidden])');
  const queue = document.querySelector('section[aria-label^="Claims of draft"]');

  const rows = list ? all('[aria-posinset]', list) : [];
  const scroller = rows[0]?.parentElement?.parentElement?.getBoundingClientRect();
  const covered = rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return scroller && bottom > scroller.top && top < scroller.bottom;
  });
  const reach = covered.map((row) => row.getBoundingClientRect());
  const lowest = Math.max(...reach.map(({ bottom }) => bottom));
  const isLast = covered.some(
    (row) => row.getAttribute('aria-posinset') === row.getAttribute('aria-setsize'),
  );

  const edgeOf = (node: Node, at: number): number => {
    const before = all('[data-start]', text ?? document).filter((block) => {
      const range = document.createRange();
      range.selectNode(block);
      return range.comparePoint(node, at) > 0;
    });
    const last = before.at(-1);
    return last ? Number(last.getAttribute('data-start')) + (last.textContent ?? '').length : 0;
  };
  const offsetOf = (node: Node, at: number): number | null => {
    const element = node instanceof Element ? node : node.parentElement;
    const block = element?.closest('[data-start]');
    // Between blocks: the end of the last one before it.
    if (!block) return text && edgeOf(node, at);
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, at);
    return Number(block.getAttribute('data-start')) + range.toString().length;
  };
  const selected = getSelection();
  const range = selected && !selected.isCollapsed && selected.rangeCount > 0 ? selected.getRangeAt(0) : null;
  const isInText = range !== null && text?.contains(range.commonAncestorContainer);

  const view = text?.closest('[data-scroller]')?.getBoundingClientRect();
  // By the lines of its blocks: claim numbers lie between blocks, and may be in view while no selected word is.
  const lines = (range && text && isInText ? all('[data-start]', text) : []).flatMap((block) => {
    if (!range?.intersectsNode(block)) return [];
    const part = document.createRange();
    part.selectNodeContents(block);
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
      part.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0)
      part.setEnd(range.endContainer, range.endOffset);
    return [...part.getClientRects()];
  });
  const isSelectionInView =
    view !== undefined &&
    lines.some(({ bottom }) => bottom >= view.top) &&
    lines.some(({ top }) => top <= view.bottom);

  const marks: Record<string, string> = {};
  for (const mark of text ? all('mark', text) : [])
    for (const id of (mark.getAttribute('data-claims') ?? '').split(' '))
      marks[id] = (marks[id] ?? '') + (mark.textContent ?? '');

  // Where there is no room for one of each, the filters by verdict are a list that drops down.
  const chips = list ? shown('fieldset [aria-pressed]', list) : [];
  const options = list ? all('fieldset option', list) : [];

  const beside = text ? shown('button', text).map(({ textContent }) => line(textContent)) : [];

  // Where claims overlap, the one that all the marks of the current one share.
  const [one, ...others] = text
    ? all('mark[aria-details]', text).map((mark) => (mark.getAttribute('data-claims') ?? '').split(' '))
    : [];
  const shared = one?.filter((id) => others.every((ids) => ids.includes(id))) ?? [];
  const currentMark = shared.length === 1 ? (shared[0] ?? null) : null;

  const said = [queue?.querySelector('h1'), ...all('main [role="status"] p')].map((one) =>
    line(one?.textContent),
  );
  const needs = said.flatMap((words) => /(\d+) claims?( of draft \d+)? needs? you/.exec(words)?.[1] ?? [])[0];

  const checked = card?.querySelector(
    '[role="radiogroup"] :is([role="radio"][aria-checked="true"], input:checked)',
  );
  const fields: Record<string, string> = {};
  for (const field of card ? all('textarea, input:not([type="radio"], [type="checkbox"])', card) : []) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    const label = field.labels?.[0]?.textContent ?? field.getAttribute('aria-label');
    if (label) fields[line(label)] = field.value;
  }
  return {
    dialog: dialog ? line(dialog.querySelector('h1, h2, [slot="title"]')?.textContent) : null,
    screen: queue
      ? 'queue'
      : text
        ? 'article'
        : document.querySelector('main li, main section')
          ? 'library'
          : 'other',
    // In a narrow window the button is there, and not shown.
    draft:
      all('header button')
        .map(({ textContent }) => line(textContent))
        .find((words) => /^Draft \d+$/.test(words)) ?? null,
    rows: rows.map((row) => ({
      id: row.querySelector('[data-claim-row]')?.getAttribute('data-claim') ?? null,
      at: Number(row.getAttribute('aria-posinset')),
      of: Number(row.getAttribute('aria-setsize')),
      words: line(row.querySelector('button')?.textContent),
      isCurrent: row.querySelector('[aria-current="true"]') !== null,
    })),
    isListWhole: !scroller || isLast || lowest >= scroller.bottom - 1,
    focusedRow: document.activeElement?.closest('[data-claim-row]')?.getAttribute('data-claim') ?? null,
    filters:
      chips.length > 0
        ? chips.map((chip) => ({
            words: line(chip.textContent),
            isChosen: chip.getAttribute('aria-pressed') === 'true',
          }))
        : options.map((option) => ({
            words: line(option.textContent),
            isChosen: option.matches(':checked'),
          })),
    extras: line(list?.querySelector('fieldset [aria-haspopup]')?.textContent)
      .split(', ')
      .filter((extra) => extra !== '' && extra !== 'More filters'),
    margin: beside.filter((words) => /^\d/.test(words)),
    more: beside.reduce((sum, words) => sum + Number(/^\+(\d+)/.exec(words)?.[1] ?? 0), 0),
    marks,
    currentMark,
    blocks:
      text && view
        ? all('[data-start]', text)
            .filter((block) => {
              // What is not laid out yet seems to lie over what is: then the section around it is elsewhere.
              const section = block.parentElement?.parentElement;
              return [block, section].every((box) => {
                const { top = 0, bottom = 0 } = box?.getBoundingClientRect() ?? {};
                return bottom > view.top && top < view.bottom;
              });
            })
            .map((block) => Number(block.getAttribute('data-start')))
        : [],
    painted: text
      ? [...text.children]
          .filter((section) => section.querySelector('mark'))
          .flatMap((section) => all('[data-start]', section))
          .map((block) => Number(block.getAttribute('data-start')))
      : [],
    card: {
      title: card?.getAttribute('aria-label') ?? '',
      words: card?.querySelector('[role="comment"]')?.textContent ?? '',
      verdict: checked ? line(checked.closest('label')?.textContent ?? checked.textContent) : null,
      evidence: card
        ? all('section[aria-label="Evidence"] > ul > li button[id^="source-of"]', card).map(
            ({ textContent }) => line(textContent),
          )
        : [],
      fields,
    },
    counts: line(all('footer').find((footer) => !footer.closest('main'))?.textContent),
    sources: shown('nav[aria-label="Sources"] [data-source]').map(({ textContent }) => line(textContent)),
    needs: needs ? Number(needs) : null,
    selection:
      range && isInText
        ? {
            start: offsetOf(range.startContainer, range.startOffset) ?? -1,
            end: offsetOf(range.endContainer, range.endOffset) ?? -1,
            text: range.toString(),
            isInView: isSelectionInView,
          }
        : null,
    list:
      document.querySelector('[role="tab"][aria-selected="true"]')?.textContent === 'Sources'
        ? 'sources'
        : 'claims',
    hasBar: shown('[role="toolbar"][aria-label="Selection"]').length > 0,
    notices: shown('section[aria-label="Messages"] p').map(({ textContent }) => line(textContent)),
    focus: document.activeElement ? tools.nameOf(document.activeElement) : 'nothing',
  };
}
