import { create } from 'zustand';
import {
  answerSchema,
  packSpans,
  type ReadingAnswer,
  type ReadingRequest,
  unpackSpans,
} from '#renderer/window/reading-worker/messages.ts';
import type { Article } from '#shared/domain/base/article.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { Query } from '#shared/queries/base/query.ts';
import { getReadingDay } from '#shared/queries/base/reading-day.ts';
import type { SpottedSpan } from '#shared/spotting/rules/spotted-span.ts';
import type { Span } from '#shared/text/span.ts';
import { currentSession } from '../review/open-review.ts';
import { useSession } from '../review/use-session.ts';

interface Request {
  id: number;
  onAnswer(answer: ReadingAnswer): void;
}

let thread: Worker | null = null;
let current: Request | null = null;
let lastId = 0;

/**
 * Has the worker read a draft, and ends what it was reading before. It starts with the first draft and stays for the next one.
 * Returns the function that cancels the reading.
 */
function startReading(
  request: Omit<ReadingRequest, 'id'>,
  onAnswer: (answer: ReadingAnswer) => void,
): () => void {
  if (current) endThread();
  lastId += 1;
  const reading = { id: lastId, onAnswer };
  current = reading;
  thread ??= startThread();
  thread.postMessage({ id: reading.id, ...request }, [request.blocks.buffer]);
  return () => {
    if (current === reading) endThread();
  };
}

function startThread(): Worker {
  const started = new Worker(new URL('../../reading-worker/reading-worker.ts', import.meta.url), {
    type: 'module',
    name: 'reading',
  });
  started.addEventListener('message', ({ data }) => {
    const { success, data: answer, error } = answerSchema.safeParse(data);
    if (!success) fail(error);
    else if (current && answer.id === current.id) {
      const { onAnswer } = current;
      if (answer.type === 'complete') current = null;
      onAnswer(answer);
    }
  });
  started.addEventListener('error', ({ message }) => fail(new Error(message)));
  return started;
}

/** Nothing is shown: the article can be read and checked without what the worker finds. */
function fail(reason: unknown): void {
  endThread();
  reportError(reason);
}

/** A worker can't be interrupted otherwise. */
function endThread(): void {
  thread?.terminate();
  [thread, current] = [null, null];
}

/** The findings of the worker in the draft on the screen; all of them in order of place, and never stored. */
export interface Reading {
  draftId: string;
  /** The sentences that can be checked. */
  sentences: readonly Span[];
  /** The words worth checking; empty while spotting is off. */
  spots: readonly SpottedSpan[];
  queries: readonly Query[];
  /** A sentence about what spotting can't find in the article's language; null when there is nothing to say. */
  limits: string | null;
  /** Whether the whole draft was read. */
  isComplete: boolean;
}

/** How long a long article waits before it shows what was found up to then, in milliseconds. */
const firstIntervalMs = 250;
/** Each wait is this many times as long as the one before, because showing costs as much as all that was found up to then. */
const intervalGrowth = 1.5;

const useFoundReading = create<{ reading: Reading | null; basis: string | null }>()(() => ({
  reading: null,
  basis: null,
}));

/** The findings in the draft on the screen up to now; null before anything was found. */
export function useReading(): Reading | null {
  const { draft } = useSession();
  return useFoundReading(({ reading }) => (reading?.draftId === draft.id ? reading : null));
}

/** The same as `useReading`, for commands. */
export function getReading(): Reading | null {
  const { reading } = useFoundReading.getState();
  return reading !== null && reading.draftId === currentSession()?.draft.id ? reading : null;
}

/** Calls the listener whenever more was found. Returns the function that ends the subscription. */
export function subscribeToReading(listener: () => void): () => void {
  return useFoundReading.subscribe(listener);
}

/** Names everything that decides what is found in a draft. */
export function getReadingBasis(draft: Draft, article: Article, isSpotting: boolean): string {
  return [draft.id, isSpotting, article.language ?? draft.language, getReadingDay(draft, article)].join(' ');
}

/** Whether all of the draft was read already, on the same basis. */
export function wasRead(basis: string): boolean {
  const { reading, basis: known } = useFoundReading.getState();
  return reading?.isComplete === true && known === basis;
}

/** Has the worker read a draft. Returns the function that cancels it. */
export function readDraftInWorker(draft: Draft, article: Article, isSpotting: boolean): () => void {
  const { id: draftId, text, language, blocks } = draft;
  const basis = getReadingBasis(draft, article, isSpotting);
  const found = { sentences: [] as Span[], spots: [] as SpottedSpan[], queries: [] as Query[] };
  let publishedAt = performance.now();
  let intervalMs = firstIntervalMs;
  const publish = (reading: Pick<Reading, 'limits' | 'isComplete'>) => {
    publishedAt = performance.now();
    intervalMs *= intervalGrowth;
    const { sentences, spots, queries } = found;
    const copies = { sentences: [...sentences], spots: [...spots], queries: [...queries] };
    useFoundReading.setState({ reading: { draftId, ...copies, ...reading }, basis });
  };
  const onAnswer = (answer: ReadingAnswer) => {
    if (answer.type === 'sentences') append(found.sentences, unpackSpans(answer.sentences, text.length));
    else if (answer.type === 'spots') append(found.spots, answer.spots);
    else if (answer.type === 'queries') append(found.queries, answer.queries);
    if (answer.type === 'complete') publish({ limits: answer.limits, isComplete: true });
    else if (performance.now() - publishedAt > intervalMs) publish({ limits: null, isComplete: false });
  };
  const spottingLanguage = article.language ?? language;
  const request = {
    text,
    blocks: packSpans(blocks),
    language,
    spottingLanguage,
    isSpotting,
    today: getReadingDay(draft, article),
  };
  return startReading(request, onAnswer);
}

function append<Item>(list: Item[], items: readonly Item[]): void {
  for (const item of items) list.push(item);
}
