import { answerSchema, type ReadingAnswer, type ReadingRequest } from '../../reading-worker/messages';

interface Reading {
  id: number;
  onAnswer(answer: ReadingAnswer): void;
}

let thread: Worker | null = null;
let current: Reading | null = null;
let lastId = 0;

/**
 * Has the worker read a draft, and ends what it was reading before. It starts with the first draft and stays for the next one.
 * Returns the function that cancels the reading.
 */
export function startReading(
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
