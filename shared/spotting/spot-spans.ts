import { getRuleLanguage } from '../reading/lexicon/lexicons.ts';
import { listQuotations } from '../reading/quotations.ts';
import type { ReadText } from '../reading/read-text.ts';
import { nameLanguage } from '../text/languages.ts';
import { at } from '../text/sequences/at.ts';
import { readBlock } from './read-block.ts';
import type { SpottedSpan } from './rules/spotted-span.ts';
import { spotSentence } from './spot-sentence.ts';
import type { Tagger } from './tagging/load-tagger.ts';

/**
 * Finds the spans worth checking in a draft, in order of the text, without overlaps. With a tagger (`loadTagger`), phrases end at
 * their noun; without one, they may be a word too long or too short.
 */
export function spotSpans(read: ReadText, tagger: Tagger | null = null): SpottedSpan[] {
  return [...spotBlocks(read, tagger)].flat();
}

/** As `spotSpans`, block by block, so that the caller can do other work in between. Blocks without sentences yield nothing. */
export function* spotBlocks(
  { draft, sentences, marks }: ReadText,
  tagger: Tagger | null = null,
): Generator<SpottedSpan[]> {
  /** Names seen so far. Only the first mention of a name is a span. */
  const seenNames = new Set<string>();
  const language = getRuleLanguage(draft.language);
  let next = 0;
  for (const [index, block] of draft.blocks.entries()) {
    const first = next;
    while (next < sentences.length && at(sentences, next).start < block.end) next += 1;
    if (next === first) continue;
    const quotations = listQuotations(marks[index] ?? [], block);
    yield readBlock(draft.text, sentences.slice(first, next), quotations, language).flatMap((sentence) =>
      spotSentence(sentence, seenNames, tagger),
    );
  }
}

/** Describes for the interface which kinds are spotted in a language (a BCP 47 tag); null where all kinds are. */
export function describeSpottingLimits(language: string | null): string | null {
  if (language === null) return 'The language of this text is not known. Stet reads it as English.';
  if (getRuleLanguage(language)) return null;
  return `In ${nameLanguage(language) ?? 'this language'}, Stet spots figures, dates, quotations and names only.`;
}
