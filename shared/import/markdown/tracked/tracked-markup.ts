import type { StateInline } from 'markdown-it';
import { hasCriticMarkup, readCriticMarkup } from './critic-markup';
import { hasPandocSpans, readPandocSpan } from './pandoc-spans';

/** The notations of tracked changes that a text has; without them its brackets and braces mean nothing. */
export interface TrackedNotations {
  pandoc: boolean;
  critic: boolean;
}

export function findNotations(text: string): TrackedNotations {
  return { pandoc: hasPandocSpans(text), critic: hasCriticMarkup(text) };
}

/**
 * Teaches the parser tracked changes and comments: `pandoc-spans` as Pandoc writes those of a Word document, `critic-markup` as
 * people write them. `tracked-text` accepts the changes.
 */
export function addTrackedMarkup(parser: StateInline['md'], { pandoc, critic }: TrackedNotations): void {
  if (pandoc) parser.inline.ruler.before('link', 'pandoc_span', readPandocSpan);
  if (critic) parser.inline.ruler.before('link', 'critic_markup', readCriticMarkup);
}
