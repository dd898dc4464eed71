import { maxLineLength } from '../../../shared/domain/primitives';
import { findCredits } from '../../../shared/import/credits/article-credits';
import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import { proposeTitle } from '../../../shared/import/title';
import { foldToLetters } from '../../../shared/text/characters/folding';
import { collapseWhitespace, shorten } from '../../../shared/text/format/wording';

/** Properties of the file: its information dictionary, and its language. Empty where the file has none. */
export interface PdfProperties {
  title: string;
  author: string;
  language: string;
}

interface PdfMetadata {
  title: string;
  byline: string | null;
  link: null;
  publishedAt: string | null;
  language: string | null;
}

/** Titles that programs make up: names of files, of programs, of templates. */
const generatedTitle =
  /\.[a-z]{2,10}\d?$|^(?:microsoft|powerpoint|untitled|unbenannt|sans titre|document\d*|layout|slide|presentation|print|doc|page)\b(?: - .*| ?\d+)?$|^microsoft \w+ - |[\\/]\S*[\\/]|^[^\p{L}\p{N}]*$|^\S*_\S*$/iu;
const genericAuthor =
  /^(?:user|admin(?:istrator)?|root|owner|author|unknown|anonymous|default|pc|office|[^\p{L}\p{N}]*|.*[@\\].*|\S*\d\S*)$/iu;
const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** Blocks at the start among which the title is searched for. */
const maxTopBlocks = 8;

/** Finds title, byline, date and language of an article. The text of its first page counts for more than the properties of the file. */
export function findPdfMetadata(
  blocks: readonly ImportedBlock[],
  properties: PdfProperties,
  fileName: string | null,
): PdfMetadata {
  const credits = findCredits(blocks);
  return {
    title: chooseTitle(blocks, collapseWhitespace(properties.title), fileName),
    byline: credits.byline ?? readAuthor(collapseWhitespace(properties.author)),
    link: null,
    publishedAt: credits.publishedAt,
    language: languageTag.test(properties.language) ? properties.language : null,
  };
}

function chooseTitle(blocks: readonly ImportedBlock[], property: string, fileName: string | null): string {
  const isUsable = property !== '' && !generatedTitle.test(property);
  const fromProperty = isUsable ? shorten(property, maxLineLength) : null;
  const firstPage = blocks.filter(({ page }) => page === blocks[0]?.page);
  const firstPageText = normalizeForComparison(firstPage.map(({ text }) => text).join(' '));
  if (fromProperty !== null && firstPageText.includes(normalizeForComparison(fromProperty)))
    return fromProperty;
  const topHeadings = firstPage.slice(0, maxTopBlocks).filter(({ kind }) => kind === 'heading');
  const largest = topHeadings.toSorted((a, b) => (a.level ?? 6) - (b.level ?? 6))[0];
  const wordCount = largest?.text.trim().split(/\s+/).length ?? 0;
  if (largest && (fromProperty === null || (largest.level === 1 && wordCount > 1)))
    return shorten(largest.text, maxLineLength);
  return fromProperty ?? proposeTitle(blocks, fileName);
}

function readAuthor(author: string): string | null {
  return genericAuthor.test(author) ? null : shorten(author, maxLineLength);
}

/** Letters and digits alone, so that spaces, line breaks and punctuation may differ. */
function normalizeForComparison(text: string): string {
  return foldToLetters(text, '');
}
