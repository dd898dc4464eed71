import { z } from 'zod';
import { loadTagger } from '#shared/spotting/tagging/load-tagger.ts';
import type { ReadingRequest } from './messages.ts';
import { readDraft } from './read-draft.ts';

// Zod would otherwise test whether it may compile code, which the page's Content Security Policy forbids.
z.config({ jitless: true });

/**
 * The entry of the worker that reads the article on the screen, so that the window stays responsive.
 * The window starts and ends the worker in `state/reading/reading.ts`.
 */
async function answer(request: ReadingRequest): Promise<void> {
  const { isSpotting, spottingLanguage } = request;
  // Spotting works without a tagger, only with longer phrases.
  const tagger = isSpotting ? await loadTagger(spottingLanguage).catch(reportMissingTagger) : null;
  for (const { answer: part, transfer } of readDraft(request, tagger)) postMessage(part, { transfer });
}

function reportMissingTagger(error: unknown): null {
  reportError(error);
  return null;
}

addEventListener('message', ({ data }) => void answer(data));
