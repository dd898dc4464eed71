const wordsOfSpeech = new Set(
  (
    'said says asked asks replied replies answered added adds told tells wrote writes shouted called cried recalled continued explained ' +
    'noted wondered whispered quipped'
  ).split(' '),
);

/** Whether an English verb says that somebody speaks. */
export function isWordOfSpeech(verb: string): boolean {
  return wordsOfSpeech.has(verb);
}
