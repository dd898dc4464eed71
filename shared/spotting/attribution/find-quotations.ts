import type { Span } from '../../text/span';

/** The closing marks for each opening one. Straight marks open and close. */
const closings: Record<string, string> = {
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '《': '》',
  '"': '"',
};

const marks = /[“”„«»‹›「」『』《》"]/g;

/**
 * The quotations of a block with their marks, in order. A quotation that never closes goes on to the end of the block where it
 * starts the block, as it does when the next paragraph continues it; elsewhere it is none. UTF-16 offsets into the text.
 */
export function findQuotations(text: string, block: Span): Span[] {
  const found: Span[] = [];
  const range = text.slice(block.start, block.end);
  let open: { start: number; closing: string } | null = null;
  for (const match of range.matchAll(marks)) {
    const [mark] = match;
    const at = block.start + match.index;
    if (!open) {
      const closing = closings[mark];
      // An inch or second sign behind a number opens nothing.
      if (closing && !(mark === '"' && /\p{Nd}/u.test(text.charAt(at - 1)))) open = { start: at, closing };
    } else if (open.closing.includes(mark)) {
      found.push({ start: open.start, end: at + 1 });
      open = null;
    }
  }
  if (open && text.slice(block.start, open.start).trim() === '')
    found.push({ start: open.start, end: block.end });
  return found;
}
