const toSet = (...lists: string[]) => new Set(lists.flatMap((list) => list.split(' ')));

/** Particles of names in every list. */
const common = 'al da das de del della den der di do dos du la le van von';
/** Articles, which also start names of places: `Las Palmas`. */
const articles = 'des el las les los';
/** Particles that start no sentence. */
const inner = 'bin ibn ten ter zu zum zur';

/**
 * Words that join the words of a name, as in `Ludwig van Beethoven`, in lower case without accents. The lists differ on purpose:
 *
 * - `sentence`: words that also start sentences, so that `J. De Vries` is not cut there.
 * - `person`: words that stand between the names of a person. Articles would join `Weber` and `las Palmas` to one person.
 * - `term`: all words of names of people and organizations that identify nobody by themselves: `of`, `the`.
 */
const particles = {
  sentence: toSet(common, articles, 'het'),
  person: toSet(common, inner, 'af'),
  term: toSet(common, articles, inner, 'a an and degli dei e et lo of te the und y'),
};

/** Whether a normalized word is a particle of names, for one of the uses. */
export function isNameParticle(word: string, use: keyof typeof particles): boolean {
  return particles[use].has(word);
}
