import type { Annotation } from '#shared/import/base/annotation.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';

/** The annotations of an author for the checker: everything in which authors say where a fact is from. */
const annotationTexts = [
  'https://harbour.example/ledger/2019?page=12#sum',
  'Council minutes of 9 February 2010, p. 12',
  'doi:10.1000/182',
  'Brinnekamp, A. (2019). The Ledger of the Harbour. Nordhafen: Quay Press, pp. 3–5.',
  'Spoke to Mara Veld on 3 May, +43 1 555 0172. She read the passage back to me.',
  'mara.veld@harbour.example (her private address, please do not pass it on)',
  'Recording “council 2.mp3”, 12:30',
  'See interview-notes.docx, paragraph 4',
  'Is this still right?',
  'Three sources:\nhttps://harbour.example/a\nhttps://harbour.example/b\nand the ledger itself.',
  'ISBN 978-3-16-148410-0, chapter 2',
  'https://doi.org/10.5555/12345678 says “about twelve”, I say twelve.',
] as const;

const authors = ['Nora Veld', 'José Núñez', 'Zoë Okafor'] as const;

/** The person who replies, at the desk. */
const desk = 'The desk';

const footnoteTexts = [
  'Annual report of the harbour office, 2019, p. 14.',
  'Interview with Łukasz Żmuda, 4 May 2026.',
  'https://harbour.example/tides',
] as const;

/** Where in its paragraph a comment is. */
type Anchoring = 'words' | 'sentence' | 'paragraph' | 'twice' | 'cell' | 'deleted';

export interface Comment {
  by: string;
  text: string;
}

/** A comment with its replies, and the words that it is on; '' for words that a tracked change deletes. */
export interface Thread {
  words: string;
  comments: Comment[];
  isResolved: boolean;
}

/** How a document keeps replies: as Word does since 2013, as Google does, which writes them as comments on the same words, or not at all. */
type ReplyStyle = 'word' | 'google' | 'none';

export interface AnnotatedParagraph {
  anchoring: Anchoring;
  /** The text is `before`, `first`, `between`, `second`, `after`; a thread is on one or both of the middle parts. */
  before: string;
  first: string;
  between: string;
  second: string;
  after: string;
  /** One thread, or two for `twice`: the second is on both parts and what is between them. */
  threads: Thread[];
  footnote: string | null;
}

export interface AnnotatedArticle {
  name: string;
  replyStyle: ReplyStyle;
  /** Whether replies stand before their comment in the file, as some programs write them. */
  hasRepliesFirst: boolean;
  paragraphs: AnnotatedParagraph[];
}

const annotatedDocumentCount = 20;

const anchorings: readonly Anchoring[] = [
  'words',
  'sentence',
  'twice',
  'words',
  'paragraph',
  'cell',
  'words',
  'deleted',
];
const replyStyles: readonly ReplyStyle[] = ['word', 'google', 'none'];
const pick = <T>(list: readonly [T, ...T[]] | readonly T[], index: number): T => {
  const picked = list[index % list.length];
  if (picked === undefined) throw new Error('the list is empty');
  return picked;
};

function createThread(words: string, seed: number, replyStyle: ReplyStyle): Thread {
  const replyCount = replyStyle === 'none' ? 0 : seed % 3;
  const replies = Array.from({ length: replyCount }, (_, index) => ({
    by: index % 2 === 0 ? desk : pick(authors, seed),
    text: index % 2 === 0 ? `Page, please? (${seed})` : `p. ${seed + 3}`,
  }));
  return {
    words,
    // The number keeps annotations of a document apart that would be equal otherwise.
    comments: [{ by: pick(authors, seed), text: `${pick(annotationTexts, seed)} [${seed}]` }, ...replies],
    isResolved: replyStyle !== 'none' && seed % 4 === 1,
  };
}

function createParagraph(article: number, index: number, replyStyle: ReplyStyle): AnnotatedParagraph {
  const seed = article * 5 + index;
  const anchoring = pick(anchorings, seed);
  const [before, first, between, second, after] = [
    `Paragraph ${index + 1} is about the quay. `,
    `The quay of pier ${seed} cost £${seed + 2}.${index} million`,
    ' and ',
    `was flooded on ${seed + 11} days`,
    `, says the ledger. Nobody asked for number ${seed} again.`,
  ];
  const sentence = `${first}${between}${second}`;
  const whole = `${before}${sentence}${after}`;
  const wordsOf: Record<Anchoring, string[]> = {
    words: [first],
    sentence: [sentence],
    paragraph: [whole],
    twice: [first, sentence],
    cell: [first],
    deleted: [''],
  };
  return {
    anchoring,
    before,
    first,
    between,
    second,
    after,
    threads: wordsOf[anchoring].map((words, at) => createThread(words, seed + at * 100, replyStyle)),
    footnote: index % 4 === 2 ? pick(footnoteTexts, article) : null,
  };
}

/** The articles of the annotated documents, with the annotations that an importer has to find in them. */
export function createAnnotatedArticles(): AnnotatedArticle[] {
  return Array.from({ length: annotatedDocumentCount }, (_, article) => {
    const replyStyle = pick(replyStyles, article);
    return {
      name: `annotated-${article + 1}-${replyStyle}.docx`,
      replyStyle,
      hasRepliesFirst: article % 2 === 1,
      paragraphs: Array.from({ length: 10 }, (_paragraph, index) =>
        createParagraph(article, index, replyStyle),
      ),
    };
  });
}

/** The annotations of a document that were read as they are in it, and descriptions of the others. */
interface AnnotationComparison {
  total: number;
  /** Threads that became a claim on exactly their words, or that are listed when they have none. */
  onWords: number;
  /** Those with every comment in order, with author and text, and with their resolution. */
  whole: number;
  /** Comments that occur nowhere in the proposal. */
  missing: string[];
  /** Descriptions of the threads that are not whole, as they should be and as they were read. */
  wrong: string[];
  footnotes: { total: number; kept: number };
}

/** Comments as one string, without the reply by which Google says that a thread is resolved. */
function formatComments(comments: readonly { by: string | null; text: string }[]): string {
  return comments
    .filter(({ text }) => text !== '_Marked as resolved_')
    .map(({ by, text }) => `${by}: ${text}`)
    .join(' / ');
}

function isWhole({ comments, isResolved }: Thread, annotation: Annotation | null): boolean {
  return (
    annotation !== null &&
    formatComments(annotation.comments) === formatComments(comments) &&
    annotation.isResolved === isResolved
  );
}

/** Compares a proposal with the article that its document was written from. */
export function compareAnnotations(article: AnnotatedArticle, proposal: DraftProposal): AnnotationComparison {
  const { text, claims, annotationsWithoutWords, blocks } = proposal;
  const read = claims.map(({ span, annotation }) => ({
    words: text.slice(span.start, span.end),
    annotation,
  }));
  const allComments = [...read.map(({ annotation }) => annotation), ...annotationsWithoutWords].flatMap(
    (annotation) => annotation?.comments ?? [],
  );
  const threads = article.paragraphs.flatMap((paragraph) => paragraph.threads);
  const compared = threads.map((thread) => {
    const [first] = thread.comments;
    const begins = (annotation: Annotation | null) => annotation?.comments[0]?.text === first?.text;
    const found = read.find(({ annotation }) => begins(annotation));
    const listed = annotationsWithoutWords.find(begins);
    // A comment on deleted words may be listed, or be beside them.
    const isOnWords = thread.words === '' ? !!(found ?? listed) : found?.words === thread.words;
    return { thread, isOnWords, words: found?.words, annotation: found?.annotation ?? listed ?? null };
  });
  const failures = compared.filter(
    ({ thread, isOnWords, annotation }) => !isOnWords || !isWhole(thread, annotation),
  );
  const footnoteCount = article.paragraphs.filter(({ footnote }) => footnote !== null).length;
  const notes = blocks.filter(({ kind }) => kind === 'note').map(({ start, end }) => text.slice(start, end));
  return {
    total: threads.length,
    onWords: compared.filter(({ isOnWords }) => isOnWords).length,
    whole: compared.filter(({ thread, annotation }) => isWhole(thread, annotation)).length,
    missing: threads
      .flatMap(({ comments }) => comments)
      .filter(({ by, text }) => !allComments.some((comment) => comment.by === by && comment.text === text))
      .map(({ text }) => text),
    wrong: failures.map(
      ({ thread, words, annotation }) =>
        `“${thread.words}” with ${formatComments(thread.comments)}${thread.isResolved ? ' (resolved)' : ''}; read: “${words ?? ''}” with ${formatComments(annotation?.comments ?? [])}${annotation?.isResolved ? ' (resolved)' : ''}`,
    ),
    footnotes: {
      total: footnoteCount,
      kept: notes.filter((note) => footnoteTexts.some((footnote) => note.endsWith(footnote))).length,
    },
  };
}
