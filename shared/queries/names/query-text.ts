import type { Block } from '../../domain/draft/draft';
import type { DraftText } from '../../text/draft-text';
import type { Span } from '../../text/span';

/** A draft's text whose blocks may say what they are: headings and captions name people and places in short forms. */
export interface QueryText extends Omit<DraftText, 'blocks'> {
  readonly blocks: readonly QueryBlock[];
}

export type QueryBlock = Span & { readonly kind?: Block['kind'] };

/** A sentence that says where the article calls something by a name, cut to a length that can be read at a glance. */
export function quote(text: string, { start, end }: Span): string {
  return `“${text.slice(start, end).replace(/\s+/gu, ' ')}”`;
}
