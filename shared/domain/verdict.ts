import { z } from 'zod';
import { formatNumber } from '../text/format/format-number';

/**
 * Every status of a claim, in the order in which the app shows them. The verdicts are taken from it, so this is the one
 * list.
 */
const claimStatusSchema = z.enum(['verified', 'disputed', 'unverifiable', 'recheck', 'unchecked']);

/**
 * The status of a claim now: its verdict, or `recheck` when the claim, its sentence or its sources have changed since the
 * verdict was set. Derived (see `getClaimStatus`), never stored.
 */
export type ClaimStatus = z.infer<typeof claimStatusSchema>;

export const claimStatuses = claimStatusSchema.options;

/** A verdict is stored with the claim. `unchecked` means that none has been set yet. */
export const verdictSchema = claimStatusSchema.exclude(['recheck']);

export type Verdict = z.infer<typeof verdictSchema>;

/** In the order in which the app shows them. */
export const verdicts = verdictSchema.options;

/** A verdict that a judgement can have. */
export const judgedVerdictSchema = verdictSchema.exclude(['unchecked']);

/** In the order in which the app shows them. */
export const judgedVerdicts = judgedVerdictSchema.options;

/** The name and the symbol of each status, so that colour is never the only distinction. */
export const statusLooks: Record<ClaimStatus, { label: string; inSentence: string; glyph: string }> = {
  verified: { label: 'Verified', inSentence: 'verified', glyph: '✓' },
  disputed: { label: 'Disputed', inSentence: 'disputed', glyph: '✗' },
  unverifiable: { label: 'Can’t verify', inSentence: 'can’t verify', glyph: '?' },
  recheck: { label: 'Re-check', inSentence: 'to re-check', glyph: '↻' },
  unchecked: { label: 'Unchecked', inSentence: 'unchecked', glyph: '○' },
};

const needsChecking: Record<ClaimStatus, boolean> = {
  verified: false,
  disputed: false,
  unverifiable: false,
  recheck: true,
  unchecked: true,
};

/** Whether a claim with this status still has to be checked. */
export function isOpen(status: ClaimStatus): boolean {
  return needsChecking[status];
}

/** "Claim 7: disputed → verified". */
export function describeVerdictChange(claimNumber: number, before: Verdict, after: Verdict): string {
  const [from, to] = [statusLooks[before].inSentence, statusLooks[after].inSentence];
  return `Claim ${formatNumber(claimNumber)}: ${from} → ${to}`;
}

/** "Claim 7 is verified already." */
export function describeSameVerdict(claimNumber: number, verdict: Verdict): string {
  const { inSentence } = statusLooks[verdict];
  return `Claim ${formatNumber(claimNumber)} is ${inSentence.includes(' ') ? `“${inSentence}”` : inSentence} already.`;
}
