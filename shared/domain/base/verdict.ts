import { formatNumber } from '#shared/text/format/numbers.ts';

/**
 * Every status of a claim, in the order in which the app shows them. The verdicts are taken from it, so this is the one
 * list. A new one needs its line in the tables below, its colours in `renderer/window/ui/styles/statuses.css`, and a claim of the sample.
 */
export const claimStatuses = ['verified', 'disputed', 'unverifiable', 'recheck', 'unchecked'] as const;

/**
 * The status of a claim now: its verdict, or `recheck` when the claim, its sentence or its sources have changed since the
 * verdict was set. Derived (see `getClaimStatus`), never stored.
 */
export type ClaimStatus = (typeof claimStatuses)[number];

/** A verdict is stored with the claim. `unchecked` means that none has been set yet. In the order in which the app shows them. */
export const verdicts = claimStatuses.filter((status) => status !== 'recheck');

export type Verdict = (typeof verdicts)[number];

/** The verdicts that a judgement can have, in the order in which the app shows them. */
export const judgedVerdicts = verdicts.filter((verdict) => verdict !== 'unchecked');

export type JudgedVerdict = (typeof judgedVerdicts)[number];

interface StatusLook {
  label: string;
  inSentence: string;
  /** The symbol, so that colour is never the only distinction. */
  glyph: string;
  /** Whether a claim with this status still has to be checked. Summaries count such claims together, as open. */
  isOpen: boolean;
  /** The colours of reports. `statuses.css` has the same ones for the app. */
  color: { light: string; dark: string };
  /** The underline in reports, as `text-decoration` reads it; null for a plain one. Lines differ by their shape. */
  line: string | null;
  /** The colours of a cell in a spreadsheet. */
  cell: { textColor: string; backgroundColor: string };
}

export const statusLooks: Readonly<Record<ClaimStatus, StatusLook>> = {
  verified: {
    label: 'Verified',
    inSentence: 'verified',
    glyph: '✓',
    isOpen: false,
    color: { light: '#1c7348', dark: '#63c595' },
    line: null,
    cell: { textColor: '#12512f', backgroundColor: '#dff2e6' },
  },
  disputed: {
    label: 'Disputed',
    inSentence: 'disputed',
    glyph: '✗',
    isOpen: false,
    color: { light: '#b0281f', dark: '#f28b82' },
    line: 'wavy 1.4px',
    cell: { textColor: '#8a1f17', backgroundColor: '#fbe3e0' },
  },
  unverifiable: {
    label: 'Can’t verify',
    inSentence: 'can’t verify',
    glyph: '?',
    isOpen: false,
    color: { light: '#85590a', dark: '#e2b45f' },
    line: 'dashed 2px',
    cell: { textColor: '#664300', backgroundColor: '#fbf0d6' },
  },
  recheck: {
    label: 'Re-check',
    inSentence: 'to re-check',
    glyph: '↻',
    isOpen: true,
    color: { light: '#7238b0', dark: '#c6a0f2' },
    line: 'double 1.4px',
    cell: { textColor: '#532285', backgroundColor: '#efe3fa' },
  },
  unchecked: {
    label: 'Unchecked',
    inSentence: 'unchecked',
    glyph: '○',
    isOpen: true,
    color: { light: '#566070', dark: '#a0abba' },
    line: 'dotted 2px',
    cell: { textColor: '#3f4754', backgroundColor: '#eceef1' },
  },
};

/** The usual key of each verdict, the stance of evidence for which nobody chose one, and its claims in a sentence. */
export const verdictTraits = {
  verified: { key: 'v', stance: 'supports', claims: 'verified claims' },
  disputed: { key: 'd', stance: 'refutes', claims: 'disputed claims' },
  unverifiable: { key: 'x', stance: 'context', claims: 'claims that can’t be verified' },
  unchecked: { key: 'u', stance: 'context', claims: 'unchecked claims' },
} as const satisfies Record<Verdict, { key: string; stance: string; claims: string }>;

export type VerdictKey = (typeof verdictTraits)[Verdict]['key'];

/** Whether a claim with this status has a verdict that counts now. */
export function isRated(status: ClaimStatus): status is JudgedVerdict {
  return judgedVerdicts.some((verdict) => verdict === status);
}

/** Whether a claim with this status still has to be checked. */
export function isOpen(status: ClaimStatus): boolean {
  return statusLooks[status].isOpen;
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
