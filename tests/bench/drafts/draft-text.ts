import type { DraftText } from '#shared/text/draft-text.ts';

/** Creates a draft from a text whose paragraphs are separated by blank lines. */
export function createDraftText(text: string): DraftText {
  const blocks: { start: number; end: number }[] = [];
  let start = 0;
  for (const paragraph of text.split('\n\n')) {
    if (paragraph !== '') blocks.push({ start, end: start + paragraph.length });
    start += paragraph.length + 2;
  }
  return { text, blocks, language: 'en' };
}
