/**
 * Increased whenever the rules for counting claims change, so that entries made by older rules are made again. Stored with
 * `library.json` and with each summary.
 */
export const countingRules = 4;

/** The first rules that count claims as today's do: entries made since then are kept. */
export const oldestEqualRules = 3;

/** A list made by these rules or older ones holds the bin, which now is a file in each article's folder (`bin-mark.ts`). */
export const lastRulesWithBin = 3;
