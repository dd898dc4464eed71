import { z } from 'zod';

/** In the order in which the app shows them. */
export const verdicts = ['verified', 'disputed', 'unverifiable', 'unchecked'] as const;

export const verdictSchema = z.enum(verdicts);

export type Verdict = z.infer<typeof verdictSchema>;

/** How a claim stands now: its verdict, or `recheck` when what was judged is no longer what is there. */
export type Standing = Verdict | 'recheck';

export const standings = [
  ...verdicts.slice(0, 3),
  'recheck',
  'unchecked',
] as const satisfies readonly Standing[];

/** The words and the sign of each; colour is never the only sign. */
export const standingLooks: Record<Standing, { label: string; inSentence: string; glyph: string }> = {
  verified: { label: 'Verified', inSentence: 'verified', glyph: '✓' },
  disputed: { label: 'Disputed', inSentence: 'disputed', glyph: '✗' },
  unverifiable: { label: 'Can’t verify', inSentence: 'can’t verify', glyph: '?' },
  recheck: { label: 'Re-check', inSentence: 'to re-check', glyph: '↻' },
  unchecked: { label: 'Unchecked', inSentence: 'unchecked', glyph: '○' },
};
