import { maxTextLength, type Origin } from '#shared/domain/base/draft.ts';
import { maxLineLength } from '#shared/domain/base/primitives.ts';
import { type ImportedBlock, joinBlocks } from '#shared/import/base/imported-blocks.ts';
import type { LeftOutBlock } from '#shared/import/base/left-out-blocks.ts';
import { createNotices } from '#shared/import/base/notices.ts';
import { refuse, refuseTooLarge } from '#shared/import/base/problems.ts';
import { type ImportResult, noClaims } from '#shared/import/base/proposal.ts';
import { proposeTitle } from '#shared/import/text/title.ts';
import { collapseWhitespace, shorten } from '#shared/text/format/wording.ts';
import { groupBy } from '#shared/text/sequences/group-by.ts';
import { hasVisibleText } from '../flow/block-text.ts';
import { blockElements } from '../flow/element-kinds.ts';
import { toWords } from './article/block-facts.ts';
import { type FoundArticle, findArticle } from './article/find-article.ts';
import { countProse } from './article/page-blocks.ts';
import { normalizeNotes } from './elements/clipboard-comments.ts';
import { parsePage } from './elements/parse-page.ts';
import { acceptChanges } from './elements/word-html.ts';
import {
  asksForScripts,
  type PageAccess,
  readJsonLd,
  readPageAccess,
  soundsLikeWall,
} from './metadata/json-ld.ts';
import { findShownCredits } from './metadata/page-byline.ts';
import { readPageMetadata } from './metadata/page-metadata.ts';
import { raiseFigures } from './raised-figures.ts';

/** A link to a note that stands further down on the page. */
interface Reference {
  link: Element;
  label: string;
  /** The block of the note. */
  note: Element;
}

/** How references look: `1`, `[1]`, `(a)`, `*`, `†`. */
const referenceText = /^[[(]?(\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]?$/i;
/** How pages name their notes. */
const noteId = /^(?:fn|footnote|foot|note|endnote|en|cite_note)[-_:.]?(\d{1,3})$/i;
/** References whose notes are known already. */
const documentReference = /^#_?(?:ftn|edn)\d+$/;

/** Longer text is no note, in UTF-16 code units. */
const maxNoteLength = 3_000;

/**
 * Turns the notes of a page into those of Word, which `wordNoteHooks` read, where it is unmistakable that they are notes: the note
 * leads back to its reference, or its id says so. Other raised links within the page are put in brackets, so that "2025" with a
 * reference to note 1 is not "20251".
 */
function normalizePageNotes(root: Element): void {
  const references = Array.from(root.querySelectorAll('a[href^="#"]')).flatMap(findReference);
  let number = Math.max(0, ...Array.from(root.querySelectorAll('[id^="ftn"]'), ({ id }) => getNumber(id)));
  for (const [note, group] of groupBy(references, (reference) => reference.note)) {
    const [first] = group;
    const targets = new Set(group.map(({ link }) => link.getAttribute('href')));
    if (!first || targets.size > 1 || group.some(({ label }) => label !== first.label)) continue;
    number += 1;
    for (const { link } of group) for (const back of listBackLinks(note, link)) back.remove();
    writeLabel(note, first.label);
    note.id = `ftn${number}`;
    for (const { link } of group) link.setAttribute('href', `#_ftn${number}`);
  }
  for (const link of root.querySelectorAll('a[href^="#"]')) putInBrackets(link);
}

const getNumber = (id: string) => Number(/\d{1,6}$/.exec(id)?.[0] ?? 0);

const getText = ({ textContent }: Element) => (textContent ?? '').trim();

const isRaised = (link: Element) =>
  link.closest('sup') !== null || (link.querySelector('sup') !== null && getText(link).length <= 5);

function findReference(link: Element): Reference[] {
  const href = link.getAttribute('href') ?? '';
  const label = referenceText.exec(getText(link))?.[1];
  if (label === undefined || documentReference.test(href)) return [];
  const target = link.ownerDocument.getElementById(href.slice(1));
  const note = target?.closest('li, p, dd, div, aside') ?? null;
  if (!target || !note || !canBeNote(note, link)) return [];
  const isNamed = isRaised(link) && noteId.exec(target.id)?.[1] === label;
  return isNamed || listBackLinks(note, link).length > 0 ? [{ link, label, note }] : [];
}

function canBeNote(note: Element, link: Element): boolean {
  const isBehind = (link.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const { length } = getText(note);
  return isBehind && length > 0 && length <= maxNoteLength && !note.querySelector('h1, h2, h3, h4, h5, h6');
}

/** The links of a note that lead to a reference, or to what stands right around it. */
function listBackLinks(note: Element, link: Element): Element[] {
  const around = [link, link.parentElement, link.closest('sup'), link.previousElementSibling];
  const places = [...around, ...link.children].flatMap((element) =>
    element ? [element.id, element.getAttribute('name') ?? ''] : [],
  );
  return Array.from(note.querySelectorAll('a[href^="#"]')).filter((back) => {
    const place = (back.getAttribute('href') ?? '').slice(1);
    return place !== '' && places.includes(place);
  });
}

/** Begins a note with its label in brackets, as in other formats, in place of the one that it has. */
function writeLabel(note: Element, label: string): void {
  const walker = note.ownerDocument.createTreeWalker(note, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const text = node.data.replace(/^[\s^↑]+/, '');
    const own = [`[${label}]`, `(${label})`, `${label}.`, `${label})`, `${label}:`].find((one) =>
      text.startsWith(one),
    );
    const rest = text.trim() === label ? '' : text.slice(own?.length ?? 0).trimStart();
    node.data = rest;
    if (!hasVisibleText(rest)) continue;
    node.data = `[${label}] ${rest}`;
    return;
  }
}

function putInBrackets(link: Element): void {
  const text = getText(link);
  if (isRaised(link) && /^\d{1,3}$/.test(text)) link.textContent = `[${text}]`;
  else if (documentReference.test(link.getAttribute('href') ?? '') && referenceText.test(text))
    link.textContent = `[${text.replace(/[[\]()]/g, '')}]`;
}

/** A heading is the title that is repeated, and no part of the text, among this many blocks at the start. */
const maxTopBlocks = 5;

/** Leaves out headings near the start that repeat the title, behind a line above it: the title stands once, before the article. */
function leaveOutRepeatedTitles(
  blocks: FoundArticle['blocks'],
  title: string | null,
): FoundArticle['blocks'] {
  const [first, ...others] = blocks.filter(({ isArticle }) => isArticle).slice(0, maxTopBlocks);
  if (title === null || !first || repeatsTitle(first.block, title)) return blocks;
  const repeated = new Set(
    others.filter(({ block }) => block.kind === 'heading' && repeatsTitle(block, title)),
  );
  return blocks.map((block) => (repeated.has(block) ? { ...block, isArticle: false } : block));
}

/** The blocks that are no article, except those that only repeat its title. `addedCount` blocks were put before the article. */
function listLeftOut(blocks: FoundArticle['blocks'], addedCount: number, title: string): LeftOutBlock[] {
  const leftOut: LeftOutBlock[] = [];
  let articleCount = 0;
  for (const { block, isArticle } of blocks) {
    if (isArticle) articleCount += 1;
    else if (!repeatsTitle(block, title)) {
      const { kind, level, text, marks } = block;
      // The title comes first, also before blocks that stand above the article.
      leftOut.push({ before: articleCount + addedCount, kind, level, text, marks });
    }
  }
  return leftOut;
}

/** The title is the only heading of level 1, whatever the page has inside of its article. */
function lowerHeading(block: ImportedBlock): ImportedBlock {
  return block.kind === 'heading' && block.level === 1 ? { ...block, level: 2 } : block;
}

/** Puts the page's title before the article, unless the article begins with it. */
function addTitle(blocks: ImportedBlock[], title: string | null): ImportedBlock[] {
  const [first, ...others] = blocks;
  if (title === null || !first) return blocks;
  // Readability turns every h1 into an h2.
  if (repeatsTitle(first, title)) return [{ ...first, kind: 'heading', level: 1 }, ...others];
  return [{ kind: 'heading', level: 1, text: title, marks: [] }, ...blocks];
}

/** Whether a block has the same words as the title, or a heading those before the name of the site. */
function repeatsTitle({ kind, text }: ImportedBlock, title: string): boolean {
  if (toWords(text) === toWords(title)) return true;
  const line = collapseWhitespace(text);
  return kind === 'heading' && title.startsWith(line) && /^\s?[|–—»·:-]\s/.test(title.slice(line.length));
}

/** Refuses a page without any text, and says what keeps it away. */
function refusePage(name: string | null, { needsScript }: PageAccess): ImportResult {
  const page = name ?? 'What was pasted';
  return refuse(
    'noText',
    needsScript
      ? `The text of ${page} is put there by a script, which Stet does not run`
      : `${page} contains no text of an article`,
    'Open the page in a browser, copy the article’s text and use “Paste text”.',
  );
}

/** Articles of more words are not cut off by a wall, whatever the page says beside them. */
const maxWalledSize = 400;
/** A page with fewer words of running text may have shown more by a script. */
const minShownProse = 50;
/** Longer blocks that sound like a wall are paragraphs about one. In words. */
const maxWallSize = 60;

/** Counts for notices: what may have kept a part of the article away. */
function countObstacles(blocks: FoundArticle['blocks'], { isForSubscribers, needsScript }: PageAccess) {
  const article = blocks.filter(({ isArticle }) => isArticle);
  const size = article.reduce((sum, block) => sum + block.size, 0);
  const hasWall = blocks.some((block) => block.size < maxWallSize && soundsLikeWall(block.block.text));
  const asks = needsScript || article.some(({ block }) => asksForScripts(block.text));
  return {
    textBehindWall: isForSubscribers || (hasWall && size < maxWalledSize) ? 1 : 0,
    textByScript: asks && countProse(article) < minShownProse ? 1 : 0,
  };
}

/** Counts the notes to which the article refers as part of it, wherever they stand: they are short, as furniture is. */
function includeNotes(found: FoundArticle): FoundArticle {
  const names = new Set(
    found.blocks
      .filter(({ isArticle }) => isArticle)
      .flatMap(({ block }) =>
        block.marks.flatMap(({ kind, target }) => (kind === 'noteRef' ? [target] : [])),
      ),
  );
  let isReferred = false;
  const blocks = found.blocks.map((one) => {
    const { kind, name } = one.block;
    // Further paragraphs of a note have no name.
    if (kind !== 'note') isReferred = false;
    else if (name !== undefined) isReferred = names.has(name);
    return isReferred ? { ...one, isArticle: true } : one;
  });
  return { ...found, blocks };
}

/** Reads the article of a page, or says why there is none. `url` is where the page was found, or null. */
export function readPageDraft(text: string, url: string | null, origin: Origin): ImportResult {
  const page = parsePage(text, url);
  normalizeNotes(page.document.documentElement);
  normalizePageNotes(page.document.documentElement);
  raiseFigures(page.document.documentElement);
  const { changes, struckThrough } = acceptChanges(page.document.documentElement);
  const completeMetadata = readPageMetadata(page);
  const { articleBody } = readJsonLd(page.document);
  const access = readPageAccess(page.document);
  const found = includeNotes(
    findArticle(page, (extracted) => ({ title: completeMetadata(extracted).title, articleBody })),
  );
  const metadata = completeMetadata(found.extracted);
  const allBlocks = leaveOutRepeatedTitles(found.blocks, metadata.title);
  const article = allBlocks.filter(({ isArticle }) => isArticle);
  if (article.length === 0) return refusePage(origin.name, access);
  const lowered = article.map(({ block }) => lowerHeading(block));
  const blocks = addTitle(lowered, metadata.title);
  const draft = joinBlocks(blocks);
  if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
  const title = chooseTitle(blocks, metadata.title, origin.name);
  const shown = findShownCredits(allBlocks);
  const byline = metadata.byline ?? shown.byline;
  const publishedAt = metadata.publishedAt ?? shown.publishedAt;
  const leftOut = listLeftOut(allBlocks, blocks.length - article.length, title);
  return {
    ok: true,
    proposal: {
      ...metadata,
      title,
      byline,
      publishedAt,
      origin,
      ...draft,
      ...noClaims,
      ...(leftOut.length > 0 && { leftOut }),
    },
    notices: createNotices({
      imagesLeftOut: countImages(found.extracted?.root ?? page.document.body),
      notesKept: blocks.filter(({ kind }) => kind === 'note').length,
      changesAccepted: countWithin(article, changes),
      struckThroughKept: countWithin(article, struckThrough),
      tablesKept: countTables(article),
      wholePage: found.isWholePage ? 1 : 0,
      blocksLeftOut: leftOut.length,
      ...countObstacles(allBlocks, access),
    }),
  };
}

/** The title in the words that the text begins with, so that it is known there and shown once. */
function chooseTitle(blocks: readonly ImportedBlock[], title: string | null, name: string | null): string {
  return title === null ? proposeTitle(blocks, name) : shorten(blocks[0]?.text ?? title, maxLineLength);
}

function countTables(article: FoundArticle['blocks']): number {
  const rows = article.filter(({ block }) => block.kind === 'tableRow');
  return new Set(rows.map(({ element }) => element.closest('table'))).size;
}

const anyBlock = Array.from(blockElements).join(', ');

/** How many of some elements are part of an article, or hold part of it. */
function countWithin(article: FoundArticle['blocks'], elements: readonly Element[]): number {
  return elements.filter((one) =>
    article.some(({ element }) => one.contains(element) || element.closest(anyBlock)?.contains(one)),
  ).length;
}

function countImages(root: Element): number {
  // A picture of one pixel is a tracker.
  const visibleImages = 'img:not([width="1"], [width="0"], [height="1"], [height="0"])';
  return root.querySelectorAll(visibleImages).length;
}
