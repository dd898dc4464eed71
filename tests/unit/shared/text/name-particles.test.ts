import { expect, test } from 'vitest';
import { isNameParticle } from '#shared/text/name-particles.ts';

test('a particle of all languages joins names for every use', () => {
  for (const use of ['sentence', 'person', 'term'] as const) expect(isNameParticle('von', use)).toBe(true);
});

test.each([
  ['het', 'sentence'],
  ['af', 'person'],
  ['the', 'term'],
] as const)('%s is a particle for the use %s alone', (word, use) => {
  const uses = (['sentence', 'person', 'term'] as const).filter((one) => isNameParticle(word, one));
  expect(uses).toEqual([use]);
});
