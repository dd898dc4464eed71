/**
 * The seed of the short versions of `npm run faults`. The same in every run, so that a failure comes from the change that is
 * tested; the long versions try others, and STET_SEED any.
 */
export const seed = Number(process.env.STET_SEED ?? 33);
