const fixedSeed = 33;

/**
 * How much the tests try. STET_SEED sets the seed of everything random, and STET_TRY_ALL is set by `npm run test:all`, which
 * takes another seed in each run.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export const readEffort = ({ STET_SEED, STET_TRY_ALL }) => ({
  seed: Number(STET_SEED ?? fixedSeed),
  tryAll: STET_TRY_ALL === '1',
});

/**
 * The variables in which the runners read it.
 *
 * @param {{ tryAll: boolean, env?: NodeJS.ProcessEnv, randomSeed?: number }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function effortEnvironment({ tryAll, env = process.env, randomSeed = Date.now() % 1_000_000 }) {
  if (!tryAll) return {};
  return { STET_TRY_ALL: '1', STET_SEED: env.STET_SEED ?? String(randomSeed) };
}
