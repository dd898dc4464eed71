/** The states of a sentence, in the order in which the app shows them; `assessCoverage` finds them. */
export const sentenceStates = ['lookedAt', 'partly', 'setAside', 'notLookedAt'] as const;

export type SentenceState = (typeof sentenceStates)[number];

/** The states as they stand in a sentence. The whole app and all reports say them in these words. */
export const sentenceStateLabels: Record<SentenceState, string> = {
  lookedAt: 'looked at',
  partly: 'partly',
  setAside: 'set aside',
  notLookedAt: 'not looked at',
};
