import { longestText, type Origin } from '../../../../shared/domain/draft';
import { type BlockPart, joinParts } from '../../../../shared/import/draft-body';
import { noticesOf } from '../../../../shared/import/notices';
import { refuse, refuseTooLarge } from '../../../../shared/import/problems';
import type { Imported } from '../../../../shared/import/proposal';
import { proposeTitle } from '../../../../shared/import/title';
import { onOneLine } from '../../../../shared/text/format/on-one-line';
import { partsOf } from '../elements/dom-parts';
import { countTables } from '../elements/tables';
import { sanitise } from '../sanitise';
import { findArticle } from './article';
import { parsePage } from './page';
import { factsOf } from './page-facts';

/** UTF-16 units: what is shorter Readability itself holds for no article, and gives for want of a better one. */
const shortArticle = 500;
/** How much more a page may say than an article that short before all of the page is taken. */
const most = 4;

const lengthOf = (parts: readonly BlockPart[]) => parts.reduce((sum, { text }) => sum + text.length, 0);

const bare = (text: string) => onOneLine(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '));

/** Whether a block says what the title does, with or without the name of the site behind it. */
function saysTitle({ kind, text }: BlockPart, title: string): boolean {
  if (bare(text) === bare(title)) return true;
  const line = onOneLine(text);
  return kind === 'heading' && title.startsWith(line) && /^\s?[|–—»·:-]\s/.test(title.slice(line.length));
}

/** Puts the page's title before the article, where the article does not begin with it. */
function withTitle(parts: BlockPart[], title: string | null): BlockPart[] {
  const [first, ...others] = parts;
  if (title === null || !first) return parts;
  // Readability makes every h1 an h2.
  if (saysTitle(first, title)) return [{ ...first, kind: 'heading', level: 1 }, ...others];
  return [{ kind: 'heading', level: 1, text: title, marks: [] }, ...parts];
}

function countImages(root: Element): number {
  // A picture of one pixel is there to count readers.
  const shown = 'img:not([width="1"], [width="0"], [height="1"], [height="0"])';
  return root.querySelectorAll(shown).length;
}

/** A part of a page as blocks. The DOM is used up. */
function read(root: Element) {
  const imagesLeftOut = countImages(root);
  sanitise(root);
  const parts = partsOf(root);
  // Readability makes a plain block of a table that is the whole article.
  const rows = parts.some(({ kind }) => kind === 'tableRow') ? 1 : 0;
  return { parts, counts: { imagesLeftOut, tablesKept: Math.max(rows, countTables(root)) } };
}

/** The article of a page that was read as text, or why there is none. `url` is where the page was found, if that is known. */
export function pageDraft(text: string, url: string | null, origin: Origin): Imported {
  const page = parsePage(text, url);
  const facts = factsOf(page);
  const found = findArticle(page);
  const article = found && read(found.root);
  const isShort = !article || lengthOf(article.parts) < shortArticle;
  const whole = isShort ? read(parsePage(text, url).document.documentElement) : null;
  const takesWhole = whole !== null && (!article || lengthOf(whole.parts) > most * lengthOf(article.parts));
  const { parts, counts } = takesWhole ? whole : (article ?? { parts: [], counts: {} });
  if (parts.length === 0)
    return refuse(
      'noText',
      `${origin.name ?? 'What was pasted'} holds no words of an article`,
      'Open the page in a browser, copy the article’s text and use Paste.',
    );
  const known = facts(found);
  const titled = withTitle(parts, known.title);
  const draft = joinParts(titled);
  if (draft.text.length > longestText) return refuseTooLarge(origin.name);
  const title = known.title ?? proposeTitle(titled, origin.name);
  return {
    ok: true,
    proposal: { ...known, title, origin, ...draft, sources: [], claims: [] },
    notices: noticesOf({ ...counts, wholePage: takesWhole ? 1 : 0 }),
  };
}
