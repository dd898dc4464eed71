import { getRuleLanguage } from '#shared/reading/lexicon/lexicons.ts';

let loading: Promise<Tagger> | null = null;

/**
 * Loads the tagger for a language (a BCP 47 tag); null where there is none. The library and its model take 3 MB and 0.2 s, so a
 * worker loads them once, with the first request. Rejects where they can't be loaded; spotting works without a tagger.
 */
export async function loadTagger(language: string | null): Promise<Tagger | null> {
  if (getRuleLanguage(language) !== 'en') return null;
  loading ??= loadEnglishTagger();
  return loading;
}

async function loadEnglishTagger(): Promise<Tagger> {
  const [{ default: createLibrary }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  const library = createLibrary(model, ['pos']);
  return {
    tag(sentence) {
      const tokens = library.readDoc(sentence).tokens();
      const words: string[] = tokens.out();
      const parts: PartOfSpeech[] = tokens.out(library.its.pos);
      const found = new Map<number, PartOfSpeech>();
      let next = 0;
      words.forEach((word, index) => {
        const start = sentence.indexOf(word, next);
        // The library normalizes some characters, so it may return a word that is not in the text.
        if (start < 0 || start > next + maxGap) return;
        next = start + word.length;
        found.set(start, parts[index] ?? 'X');
      });
      return found;
    },
  };
}

/** The largest gap between two words, in UTF-16 code units. */
const maxGap = 20;

/** Parts of speech, as Universal Dependencies name them: "NOUN", "VERB", "ADJ", "PROPN" and so on. */
export type PartOfSpeech = string;

/** Says which part of speech each word of a sentence is. */
export interface Tagger {
  /** The parts of speech by the UTF-16 offset at which each word starts in the sentence. */
  tag(sentence: string): ReadonlyMap<number, PartOfSpeech>;
}
