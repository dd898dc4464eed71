/** The seed of the short versions of `npm run faults`. Another one each time; STET_SEED repeats a run. */
export const seed = Number(process.env.STET_SEED ?? Date.now() % 1_000_000);
