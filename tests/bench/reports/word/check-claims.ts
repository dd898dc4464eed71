import type { Draft } from '../../../../shared/domain/draft/draft';
import type { PlacedClaim } from '../../../../shared/domain/review/placed-claims';
import { shorten } from '../../../../shared/text/format/wording';
import type { ChosenClaim, WordCorrection } from './choose-claims';
import { expectWords, squeezeWords } from './expect-text';
import type { OpenDocumentContent } from './page/read-open-document';
import type { PandocContent } from './read-pandoc';

/** How often something held, and of how many. */
export interface Check {
  done: number;
  of: number;
  detail?: string;
}

/** A claim of a report, and what should be found of it in the file. */
export interface WrittenClaim {
  number: number;
  /** The letters and digits that its comment is on. */
  expected: string;
  /** Whether its comment quotes the words, because it can't be on all of them. */
  isQuoted: boolean;
  /** Whether its comment replies to one of the file. It stands where that one does, which may be a point. */
  isReply: boolean;
  correction: WordCorrection | null;
  /** Whether its correction should be a tracked change: if it can't be, the comment says so. */
  isTracked: boolean;
}

/** How many letters and digits of the words of a claim are looked for in its comment: long quotations are cut. */
const maxQuoteLength = 200;

/** Describes the claims of a report in the order of their numbers. `comments` are the texts of our comments in the file. */
export function describeClaims(
  draft: Draft,
  placed: readonly PlacedClaim[],
  chosen: readonly ChosenClaim[],
  comments: readonly string[],
): WrittenClaim[] {
  const texts = new Map(comments.map((text) => [Number(/claim (\d+)/.exec(text)?.[1]), squeezeWords(text)]));
  return placed.map(({ span, claim }, index) => {
    const text = texts.get(index + 1) ?? '';
    const words = squeezeWords(draft.text.slice(span.start, span.end));
    const correction = chosen.find((one) => one.correction?.words === claim.correction)?.correction ?? null;
    return {
      number: index + 1,
      expected: squeezeWords(expectWords(draft, span)),
      isQuoted: text.includes(words.slice(0, maxQuoteLength)),
      isReply: !chosen.some((one) => one.span.start === span.start && one.span.end === span.end),
      correction,
      isTracked: correction !== null && !text.includes('Nottracked'),
    };
  });
}

function checkWords(claims: readonly WrittenClaim[], find: (number: number) => string | undefined): Check {
  const astray = claims.filter(({ number, expected, isReply }) => {
    const found = find(number);
    return found === undefined || (squeezeWords(found) !== expected && !(isReply && found === ''));
  });
  const describe = ({ number, expected }: WrittenClaim) =>
    `claim ${number}: ${shorten(expected, 70)} | ${shorten(find(number) ?? 'none', 70)}`;
  return {
    done: claims.length - astray.length,
    of: claims.length,
    detail: astray.slice(0, 3).map(describe).join('; '),
  };
}

/** The corrections that should be tracked changes. */
export function listTracked(claims: readonly WrittenClaim[]): WordCorrection[] {
  return claims.flatMap(({ isTracked, correction }) => (isTracked && correction ? [correction] : []));
}

function checkTracked(claims: readonly WrittenClaim[], inserted = ''): Check {
  const corrections = listTracked(claims);
  const words = squeezeWords(inserted);
  const missing = corrections.filter(({ word }) => !new RegExp(`${word}(?!\\d)`).test(words));
  return {
    done: corrections.length - missing.length,
    of: corrections.length,
    detail: missing.map((one) => shorten(one.words, 70)).join('; '),
  };
}

/** Checks what other programs found of the claims; null for a program that can't read the file. */
export function checkClaims(
  claims: readonly WrittenClaim[],
  inOffice: OpenDocumentContent | null,
  inPandoc: PandocContent | null,
): Record<string, Check> {
  const onText = claims.filter(({ isQuoted }) => !isQuoted);
  const quoted = claims.length - onText.length;
  const untracked = claims.filter(({ correction, isTracked }) => correction !== null && !isTracked).length;
  return {
    'comments beside the text, which quote their words': { done: quoted, of: quoted },
    'other comments on their exact words in LibreOffice': checkWords(
      onText,
      (number) => inOffice?.comments[number],
    ),
    'other comments on their exact words in pandoc': checkWords(onText, (number) =>
      inPandoc?.comments.get(number),
    ),
    'corrections that are not tracked, which their comments say': { done: untracked, of: untracked },
    'other corrections tracked in LibreOffice': checkTracked(claims, inOffice?.inserted),
    'other corrections tracked in pandoc': checkTracked(claims, inPandoc?.inserted),
  };
}
