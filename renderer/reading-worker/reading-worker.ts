import { z } from 'zod';
import { readDraft } from './read-draft';

// Zod would otherwise test whether it may compile code, which the page's Content Security Policy forbids.
z.config({ jitless: true });

/**
 * The entry of the worker that reads the article on the screen, so that the window stays responsive. The folder:
 *
 * - `messages.ts`: what the window sends and gets, and how it is checked.
 * - `read-draft.ts`: finds sentences, what is worth checking and queries, part by part.
 *
 * The window starts and ends the worker in `state/reading/reading-thread.ts`.
 */
addEventListener('message', ({ data }) => {
  for (const { answer, transfer } of readDraft(data)) postMessage(answer, { transfer });
});
