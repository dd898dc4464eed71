import { isWord, type Token } from '../tokens/token';

/** The kind of speech that a sentence is, as far as its first words and its verbs show. */
export interface Frame {
  /** A plan, a wish or a promise: its figures are no facts yet. */
  isPlan: boolean;
  /** Something that would follow: "if we do that, it will cost us 5 million". */
  isSupposition: boolean;
  /** A memory or the speaker's own life. */
  isMemory: boolean;
}

/** Phrases with which a speaker plans, wishes or promises. Each is words in a row. */
const planPhrases = listPhrases(
  `i will|i'll|we will|we'll|we shall|i'm going to|we're going to|i am going to|we are going to|i would|i'd|we would|we'd|i want|we want|i hope|i intend|i propose|i promise|i pledge|we should|we must|we need|we ought|we have to|we've got to|we can|let's|let us|you should|you will|you'll|there will be|there'll be|that's going to|i'd like|going to be|are going to|it will|it'll|as long as i|will have|wir werden|wir wollen|wir müssen|wir sollten|ich werde|ich will|ich möchte|wir brauchen|lassen sie uns`,
);
const memoryPhrases = listPhrases(
  `my father|my mother|my dad|my mom|my wife|my husband|my son|my sons|my daughter|my daughters|my brother|my sister|my parents|my grandfather|my grandmother|my family|my friend|my friends|my kids|my children|i remember|i grew up|when i was|i met|i visited|i've traveled|i've travelled|i traveled|i've been|i spoke|i talked|i was a|i was born|i have two|i've got two|i come from|i know a|mein vater|meine mutter|meine frau|mein mann|meine kinder|meine familie|ich erinnere`,
);

/** How far into a sentence an "if" makes a supposition of it, in tokens. */
const maxSuppositionStart = 4;

export function readFrame(tokens: readonly Token[]): Frame {
  return {
    isPlan: hasPhrase(tokens, planPhrases),
    isSupposition: tokens
      .slice(0, maxSuppositionStart)
      .some((token) => isWord(token, 'if', 'unless', 'suppose', 'imagine', 'wenn', 'falls')),
    isMemory: hasPhrase(tokens, memoryPhrases) || isOwnLife(tokens),
  };
}

/** Deeds of a speaker that are on record: "I voted against it", "I cut taxes". */
const recorded = new Set(
  'voted vetoed signed opposed supported sponsored cosponsored authorized introduced wrote passed cut raised balanced created appointed nominated reduced led served ran won negotiated opened closed inherited ended'.split(
    ' ',
  ),
);

/** Whether a sentence begins with the speaker, and has no deed of theirs that is on record. */
function isOwnLife(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  const subject = isWord(first, 'and', 'but', 'well', 'so', 'now') ? second : first;
  return isWord(subject, 'i', "i've", "i'm") && !tokens.some(({ lower }) => recorded.has(lower));
}

/** Phrases by their first word. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

function listPhrases(list: string): Phrases {
  const phrases = new Map<string, string[][]>();
  for (const phrase of list.split('|')) {
    const [first = '', ...rest] = phrase.trim().split(' ');
    phrases.set(first, [...(phrases.get(first) ?? []), rest]);
  }
  return phrases;
}

function hasPhrase(tokens: readonly Token[], phrases: Phrases): boolean {
  return tokens.some(({ lower }, index) =>
    (phrases.get(lower) ?? []).some((rest) =>
      rest.every((word, offset) => tokens[index + 1 + offset]?.lower === word),
    ),
  );
}
