import type { Claim } from '../../../shared/domain/claim';
import type { Draft } from '../../../shared/domain/draft/draft';
import { citationStyles, reportFormats } from '../../../shared/domain/report-options';
import { getArticle, putEntity, type Review } from '../../../shared/domain/review/review';
import { copyReview } from '../../../shared/domain/review/review-copy';
import type { Source } from '../../../shared/domain/source';
import { dismissQuery } from '../../../shared/queries/dismissals';
import type { ReportJob } from '../../../shared/reports/report-job';
import type { WordBase } from '../../../shared/reports/word/word-base';
import type { Random } from '../../bench/support/random';
import { createProposedEvidence } from '../../unit/shared/domain/proposed-evidence';
import { openNotes } from '../../unit/shared/reports/confidential/open-notes';
import { findTextQuery, openContradiction } from '../../unit/shared/reports/contradiction';
import { options, reportContext } from '../../unit/shared/reports/hostile-review';
import { createNextDraft } from '../../unit/shared/reports/next-draft';
import { applyOrThrow, createEditContext, openSample } from '../../unit/shared/reviews';

const formats = ['docx', ...reportFormats.filter((format) => format !== 'docx')] as const;

const syllables = ['zor', 'quin', 'vek', 'plu', 'dro', 'xan', 'mib', 'tuf', 'gra', 'hol'] as const;

/** Names whose words are common, rare, short, printed by the sample, and in other scripts. */
const names = [
  'Zelda Quorn',
  'Rose Hill',
  'Ada Field-Marsh',
  'Edda Morhaven',
  'Wu Li',
  'Søren Kjærgaard',
  'Port Office',
  'Ministry of Umbrage',
  'Анна Морозова',
  '田中花子',
] as const;

/** A word that nothing else has. */
function createWord(random: Random): string {
  const word = Array.from({ length: 3 }, () => random.pick(syllables)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What a review keeps secret, and the ways in which somebody may write it again. */
interface Secret {
  whole: string;
  repeats: readonly [string, ...string[]];
}

function createSecret(random: Random): Secret {
  const whole = random.below(2) === 0 ? random.pick(names) : `${createWord(random)} ${createWord(random)}`;
  return toSecret(whole);
}

function toSecret(whole: string): Secret {
  const [first = whole, last = whole] = whole.split(' ');
  return {
    whole,
    repeats: [
      whole,
      `so says ${whole}, they say`,
      last,
      first,
      `${first.charAt(0)}. ${last.charAt(0)}.`,
      `${last}, ${first}`,
      whole.toUpperCase(),
      last.slice(0, -1),
      `“${last}’s” word`,
    ],
  };
}

interface Opened {
  review: Review;
  draft: Draft;
}

const bytes = { bytes: 5, mime: 'application/pdf', addedAt: '2026-11-21T11:04:00.000Z' };

/** Puts a secret into a confidential source, in one of its fields. */
function hide({ review }: Opened, { whole }: Secret, random: Random): void {
  const confidential = [...review.sources.values()].find((source) => source.confidential);
  if (!confidential) return;
  const [first = '', last = ''] = whole.toLowerCase().split(' ');
  const fields: readonly [Partial<Source>, ...Partial<Source>[]] = [
    { kind: 'person', title: whole },
    { kind: 'document', title: `Minutes of ${whole}` },
    { author: whole },
    { publisher: whole },
    { contact: `${first}.${last}@post.example, +44 20 7946 0958` },
    { url: `https://${last || first}.example/${first}` },
    { alsoHide: `${whole}, night porter` },
    { standing: 'wrong', standingReason: `Forged by ${whole} in the spring of that year` },
  ];
  putEntity(review, 'sources', { ...confidential, title: 'Nobody at all', ...random.pick(fields) });
  if (random.below(3) === 0)
    putEntity(review, 'attachments', {
      ...{
        id: 'secret-file',
        sourceId: confidential.id,
        name: `${whole}.pdf`,
        sha256: 'feed'.repeat(16),
        ...bytes,
      },
    });
  for (const evidence of [...review.evidence.values()])
    if (evidence.sourceId === confidential.id && random.below(2) === 0)
      putEntity(review, 'evidence', {
        ...{ ...evidence, locator: `Café ${whole}`, note: `Met ${whole} there` },
        quote: `We met ${whole} at the old bridge in spring, and nobody was told of it.`,
      });
}

const choose = <Row>(rows: Iterable<Row>, random: Random): Row | undefined => {
  const all = [...rows];
  return all[random.below(all.length)];
};

/** The ways in which people write what they should not: each changes one field that a report may print. */
const writings: readonly [Writing, ...Writing[]] = [
  ({ review }, title) => putEntity(review, 'article', { ...getArticle(review), title }),
  ({ review }, byline) => putEntity(review, 'article', { ...getArticle(review), byline }),
  ({ review }, text) =>
    putEntity(review, 'article', { ...getArticle(review), link: `https://desk.example/${encodeURI(text)}` }),
  (opened, title, random) => editSource(opened, random, { title }),
  (opened, author, random) => editSource(opened, random, { author: `Ann Pole; ${author}` }),
  (opened, publisher, random) => editSource(opened, random, { publisher }),
  (opened, text, random) => editSource(opened, random, { url: `https://open.example/${encodeURI(text)}` }),
  (opened, standingReason, random) => editSource(opened, random, { standing: 'wrong', standingReason }),
  (opened, name, random) => {
    const source = choose(
      [...opened.review.sources.values()].filter(({ confidential }) => !confidential),
      random,
    );
    if (source)
      putEntity(opened.review, 'attachments', {
        ...{ id: 'open-file', sourceId: source.id, name: `${name}.pdf`, sha256: 'beef'.repeat(16), ...bytes },
      });
  },
  (opened, locator, random) => editEvidence(opened, random, { locator }),
  (opened, quote, random) => editEvidence(opened, random, { quote }),
  (opened, note, random) => editEvidence(opened, random, { note }),
  (opened, note, random) => editClaim(opened, random, { note }),
  (opened, correction, random) => editClaim(opened, random, { correction }),
  (opened, claimant, random) => editClaim(opened, random, { claimant }),
  (opened, name, random) => {
    putEntity(opened.review, 'tags', { id: 'tag', name, color: 'red' });
    editClaim(opened, random, { tagIds: ['tag'] });
  },
  (opened, words, random) => {
    const claim = choose(
      [...opened.review.claims.values()].filter(({ judged }) => judged),
      random,
    );
    if (claim?.judged)
      putEntity(opened.review, 'claims', {
        ...claim,
        judged: {
          ...claim.judged,
          words,
          sentence: claim.judged.sentence.replace(claim.judged.words, words),
        },
      });
  },
  (opened, by, random) => {
    const claim = choose(
      [...opened.review.claims.values()].filter(({ judged }) => judged),
      random,
    );
    if (claim?.judged) putEntity(opened.review, 'claims', { ...claim, judged: { ...claim.judged, by } });
  },
];

type Writing = (opened: Opened, text: string, random: Random) => void;

function editSource({ review }: Opened, random: Random, fields: Partial<Source>): void {
  const source = choose(
    [...review.sources.values()].filter(({ confidential }) => !confidential),
    random,
  );
  if (source) putEntity(review, 'sources', { ...source, ...fields });
}

function editEvidence(
  { review }: Opened,
  random: Random,
  fields: { locator?: string; quote?: string; note?: string },
): void {
  const evidence = choose(
    [...review.evidence.values()].filter(({ sourceId }) => !review.sources.get(sourceId)?.confidential),
    random,
  );
  if (evidence) putEntity(review, 'evidence', { ...evidence, ...fields });
}

function editClaim({ review }: Opened, random: Random, fields: Partial<Claim>): void {
  const claim = choose(review.claims.values(), random);
  if (claim) putEntity(review, 'claims', { ...claim, ...fields });
}

/** Generates a review with something confidential in it, and a report of it. The same numbers give the same job. */
export function generateJob(random: Random): ReportJob {
  const secret = random.below(6) === 0 ? toSecret('Jane Doe') : createSecret(random);
  let opened: Opened = openAny(secret, random);
  hide(opened, secret, random);
  if (random.below(4) === 0) {
    const [claim] = opened.review.claims.values();
    const person = { kind: 'person', title: secret.whole, confidential: true } as const;
    const annotation = { by: 'Ada', at: null, text: `${secret.whole} told me so behind the mill` };
    if (claim)
      putEntity(
        opened.review,
        'proposedEvidence',
        createProposedEvidence('p1', claim.id, person, { annotation }),
      );
  }
  for (let count = random.below(4); count > 0; count -= 1)
    random.pick(writings)(opened, random.pick(secret.repeats), random);
  if (random.below(3) === 0)
    opened = createNextDraft(opened, { cut: [1 + random.below(5)], waiting: [6 + random.below(5)] });
  const choices = {
    format: random.pick(formats),
    options: {
      ...options,
      notes: random.below(4) > 0,
      reviewers: random.below(2) === 0,
      reader: random.pick(['public', 'editor'] as const),
      style: random.pick(citationStyles),
      layout: random.pick(['report', 'galley'] as const),
      word: { ...options.word, appendix: random.below(2) === 0 },
    },
  };
  const isOriginal =
    choices.format === 'docx' && choices.options.reader === 'editor' && random.below(2) === 0;
  return {
    ...{ review: copyReview(opened.review), draft: opened.draft, choices },
    ...{ context: reportContext, fonts: { serif: 'AAAA', sans: 'BBBB' } },
    ...(isOriginal && { wordBase: createWordBase(opened.draft, random.pick(secret.repeats), random) }),
  };
}

/** A review to write into: the sample, an article whose notes name the secret and are left out, or one with a query that was set aside. */
function openAny(secret: Secret, random: Random): Opened {
  if (secret.whole === 'Jane Doe') return openNotes(true, random.pick([null, ...secret.repeats]));
  if (random.below(5) > 0) return openSample();
  const opened = openContradiction({ isConfidential: random.below(3) > 0 });
  const { review, draft } = opened;
  const context = createEditContext('dismissal');
  const step = dismissQuery(findTextQuery(draft), draft.text, random.pick(secret.repeats), context);
  applyOrThrow(review, step.edits);
  return opened;
}

/** The author's file, which is written into. Its draft may have had a secret in place of other words. */
function createWordBase(draft: Draft, words: string, random: Random): WordBase {
  const start = random.below(Math.max(1, draft.text.length - words.length));
  const end = start + words.length;
  const isPlain = !draft.text.slice(start, end).includes('\n') && !words.includes('\n');
  const text =
    random.below(2) === 0 && isPlain
      ? draft.text.slice(0, start) + words + draft.text.slice(end)
      : draft.text;
  const segments = [{ part: 0, element: 0, offset: 0, length: text.length }];
  const map = { file: 'a'.repeat(64), parts: ['word/document.xml'], segments };
  return { draft: { ...draft, id: 'base', text }, map, comments: new Map() };
}
