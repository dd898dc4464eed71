import { maxLineLength, normalizeLineInput } from '../../../shared/domain/primitives';
import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import { isHeadline, proposeTitle } from '../../../shared/import/title';
import { collapseWhitespace, shorten } from '../../../shared/text/format/wording';

/** Blocks at the start among which title and byline are searched for. */
const maxTopBlocks = 5;

const visible = /[^\s\p{C}]/u;

/** Titles that programs make up. */
const generatedTitle =
  /^(microsoft word|powerpoint|(new )?document\b|untitled|title$|template|dokument\b)|\.(docx?|dotx?|odt)$|[<>{}%]|^\S*$/i;

/** Names of programs, and of users without a name. */
const genericAuthor =
  /microsoft|office|windows|user|admin|author|owner|unknown|default|docx|pandoc|python|google|libreoffice|openoffice/i;
/** Two to five words with the initials of names. */
const personName =
  /^\p{Lu}[\p{L}.'’-]*( (\p{Lu}|d[aeiou]?['’]|de |da |van |von |der |al-|bin )[\p{L}.'’ -]*){1,4}$/u;

const byline = /^by:?\s+(\p{Lu}.*)$/iu;

/** Properties of a file; '' for one that is missing. */
export interface FileProperties {
  title: string;
  /** Its authors, with semicolons between them. */
  creator: string;
}

/**
 * Chooses the title of the article. In this order: the paragraph with the style of a title, a heading at the start, the file's
 * title property if the text has it too, that property if the text begins with no headline, what `proposeTitle` returns. The blocks
 * have neither their numbers nor references to notes (`removeApparatus`).
 */
export function chooseTitle(
  styledTitle: string | null,
  allBlocks: readonly ImportedBlock[],
  { title: property }: FileProperties,
  fileName: string | null,
): string {
  const blocks = allBlocks.filter(({ kind }) => kind !== 'note');
  const [first] = blocks;
  const isProperty = (text: string) => collapseWhitespace(text).toLowerCase() === property.toLowerCase();
  const propertyInText = blocks.slice(0, maxTopBlocks).find(({ text }) => isProperty(text))?.text;
  const isGenerated = generatedTitle.test(property) || !visible.test(property);
  const firstHeading = first?.kind === 'heading' && first.level === 1 ? first.text : null;
  const fromProperty = isGenerated || (first && isHeadline(first, blocks.length > 1)) ? null : property;
  const title = [styledTitle, firstHeading, propertyInText, fromProperty].find(
    (candidate) => candidate && visible.test(candidate),
  );
  return title ? shorten(title, maxLineLength) : proposeTitle(blocks, fileName);
}

/**
 * Chooses the byline: a line at the top that begins with "by", paragraphs with the style of an author, or the file's creators
 * if they are names.
 */
export function chooseByline(
  styledAuthor: string,
  blocks: readonly ImportedBlock[],
  { creator }: FileProperties,
): string | null {
  const lines = blocks
    .slice(0, maxTopBlocks)
    .filter(({ text }) => text.length <= 200 && !text.includes('\n'));
  const fromText = lines.map(({ text }) => byline.exec(text)?.[1]).find((names) => names !== undefined);
  const creators = creator.split(/ ?; ?/).filter((name) => name !== '');
  const areNames = creators.every((name) => personName.test(name) && !genericAuthor.test(name));
  return normalizeLineInput(
    fromText ?? (styledAuthor === '' && areNames ? creators.join(', ') : styledAuthor),
  );
}
