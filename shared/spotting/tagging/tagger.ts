/** Parts of speech, as Universal Dependencies name them: "NOUN", "VERB", "ADJ", "PROPN" and so on. */
export type PartOfSpeech = string;

/** Says which part of speech each word of a sentence is. */
export interface Tagger {
  /** The parts of speech by the UTF-16 offset at which each word starts in the sentence. */
  tag(sentence: string): ReadonlyMap<number, PartOfSpeech>;
}
