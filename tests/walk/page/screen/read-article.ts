import type { PageTools } from '../tools/page-tools';

export interface ArticleState {
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
export function readArticle({
  collapseWhitespace,
  findAll,
  findVisible,
  findArticleText,
}: PageTools): ArticleState {
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
