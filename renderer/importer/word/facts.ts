import { articleFields } from '../../../shared/domain/article';
import { longestLine, typedLine } from '../../../shared/domain/primitives';
import type { BlockPart } from '../../../shared/import/draft-body';
import { isHeadline, proposeTitle } from '../../../shared/import/title';
import { onOneLine } from '../../../shared/text/format/on-one-line';
import { shorten } from '../../../shared/text/format/shorten';
import { attribute, child } from './xml';

/** How many blocks from the start a title or a byline is looked for in. */
const top = 5;

const visible = /[^\s\p{C}]/u;

/** What programs write as a title when nobody gave one. */
const noTitle =
  /^(microsoft word|powerpoint|(new )?document\b|untitled|title$|template|dokument\b)|\.(docx?|dotx?|odt)$|[<>{}%]|^\S*$/i;

/** Programs, and users without a name. */
const noName =
  /microsoft|office|windows|user|admin|author|owner|unknown|default|docx|pandoc|python|google|libreoffice|openoffice/i;
/** Two to five words that begin as names do. */
const name =
  /^\p{Lu}[\p{L}.'’-]*( (\p{Lu}|d[aeiou]?['’]|de |da |van |von |der |al-|bin )[\p{L}.'’ -]*){1,4}$/u;

/** The number of a list's item. */
const number = /^\(?[\p{L}\p{N}.]{1,8}[.)] /u;

const byline = /^by:?\s+(\p{Lu}.*)$/iu;

/** A property of the file, as `title` and `creator` (ECMA-376, part 2: 11). */
function property(properties: Element | null, called: string): string {
  return onOneLine(child(properties, called)?.textContent ?? '');
}

/** The words of a block without its number in a list and without references to notes. */
function bare(part: BlockPart): BlockPart {
  let { text } = part;
  for (const { kind, start, end } of part.marks.toReversed())
    if (kind === 'noteRef') text = text.slice(0, start) + text.slice(end);
  return { ...part, text: part.kind === 'listItem' ? text.replace(number, '') : text, marks: [] };
}

/**
 * What to call the article: what is set as its title, a heading at its start, the file's own title where the text has it too,
 * or begins with no headline; else as `proposeTitle` has it.
 */
export function titleOf(
  set: string | null,
  parts: readonly BlockPart[],
  properties: Element | null,
  fileName: string | null,
): string {
  const blocks = parts.filter(({ kind }) => kind !== 'note').map(bare);
  const [first] = blocks;
  const own = property(properties, 'title');
  const isOwn = (text: string) => onOneLine(text).toLowerCase() === own.toLowerCase();
  const inText = blocks.slice(0, top).find(({ text }) => isOwn(text))?.text;
  const isUsual = noTitle.test(own) || !visible.test(own);
  const begins = first?.kind === 'heading' && first.level === 1 ? first.text : null;
  const given = isUsual || (first && isHeadline(first, blocks.length > 1)) ? null : own;
  const found = [set, begins, inText, given].find((title) => title && visible.test(title));
  return found ? shorten(found, longestLine) : proposeTitle(blocks, fileName);
}

/** Who wrote it: a line at the top that says so, what is set as the author, or the file's own author if that is a name. */
export function bylineOf(
  set: string,
  parts: readonly BlockPart[],
  properties: Element | null,
): string | null {
  const lines = parts
    .slice(0, top)
    .map(bare)
    .filter(({ text }) => text.length <= 200 && !text.includes('\n'));
  const said = lines.map(({ text }) => byline.exec(text)?.[1]).find((names) => names !== undefined);
  const creators = property(properties, 'creator')
    .split(/ ?; ?/)
    .filter((creator) => creator !== '');
  const named = creators.every((creator) => name.test(creator) && !noName.test(creator));
  return typedLine(said ?? (set === '' && named ? creators.join(', ') : set));
}

/** The language (BCP 47) that most of the text is marked as; `usual` goes for what is not marked. */
export function languageOf(document: Element, usual: string | null): string | null {
  const lengths = new Map<string, number>();
  let unmarked = document.textContent?.length ?? 0;
  for (const mark of document.querySelectorAll('r > rPr > lang')) {
    const language = attribute(mark, 'val') ?? usual ?? '';
    const length = mark.parentElement?.parentElement?.textContent?.length ?? 0;
    lengths.set(language, (lengths.get(language) ?? 0) + length);
    unmarked -= length;
  }
  lengths.set(usual ?? '', (lengths.get(usual ?? '') ?? 0) + unmarked);
  const [most] = Array.from(lengths).sort(([, a], [, b]) => b - a);
  const found = articleFields.language.safeParse(most?.[0]);
  return found.success ? found.data : null;
}
