import { wordClass as is } from '#shared/reading/lexicon/word-class.ts';
import { isOf, isWord, type Token } from '#shared/reading/tokens.ts';
import type { Rule } from './rule.ts';

/** Phrases that name a cause, by their first word. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

function listPhrases(lines: string): Phrases {
  const phrases = new Map<string, string[][]>();
  for (const line of lines.trim().split('|')) {
    const words = line.trim().split(/\s+/);
    const [first = ''] = words;
    phrases.set(first, [...(phrases.get(first) ?? []), words]);
  }
  return phrases;
}

const english =
  listPhrases(`because of|due to|led to|leads to|leading to|caused by|caused|causes|as a result of|resulted in|resulting in|owing to|
  triggered|triggered by|sparked by|sparked|blamed on|blamed|blames|driven by|contributed to|contributes to|brought about|stems from|stemmed from|attributed to|
  fuelled by|fueled by|in response to|on account of`);

const german =
  listPhrases(`wegen|aufgrund|auf grund|infolge|dank|verursachte|verursacht|verursachen|führte zu|führten zu|führt zu|geführt|löste|ausgelöst|zurückzuführen auf|
  zurückzuführen|schuld|grund dafür|grund für|ursache|ursachen|folge von|bedingt durch|daran liegt|liegt daran`);

/** Verbs after "due to" that make it a plan: "due to arrive". */
const plans = new Set(
  'be arrive start begin open meet speak go take leave appear end expire finish launch run play report release retire return stand visit face host become hold'.split(
    ' ',
  ),
);

/** The most tokens that are marked behind the words that name a cause. */
const maxObject = 6;

/** Causes and effects: the words that link them, and the words that follow, up to the next clause. */
export const causeRule: Rule = ({ tokens, language }, index) => {
  const token = tokens[index];
  if (token?.type !== 'word' || !language) return null;
  const options = (language === 'de' ? german : english).get(token.lower);
  if (!options) return null;
  const phrase = options.find((words) =>
    words.every((word, offset) => tokens[index + offset]?.lower === word),
  );
  if (!phrase) return null;
  const next = tokens[index + phrase.length];
  if (isWord(token, 'due') && next && plans.has(next.lower)) return null;
  // "Vielen Dank" expresses thanks, no cause.
  if (
    language === 'de' &&
    isWord(token, 'dank', 'schuld') &&
    token.isCapital &&
    (index > 0 || isWord(next, ',', '.', 'an'))
  )
    return null;
  return {
    from: index,
    to: findObjectEnd(tokens, index + phrase.length),
    kind: 'cause',
    reason: 'A cause or an effect',
    score: 0.6,
  };
};

/** The index after a noun phrase: determiners, words that are no function words, and "of" between them. */
function findObjectEnd(tokens: readonly Token[], start: number): number {
  let end = start;
  for (let at = start; at < start + maxObject && at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.type === 'sign' || isOf(token, is.saying | is.auxiliary | is.change)) break;
    const isLink = isOf(token, is.determiner) || isWord(token, 'of', 'von');
    if (!isLink && isOf(token, is.functionWord)) break;
    if (!isLink) end = at + 1;
  }
  return end;
}
