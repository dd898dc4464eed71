import { expect } from '@playwright/test';
import type { Stet } from '../electron/stet.ts';

/** Pastes a new draft, and waits for the summary of its changes. */
export async function pasteDraft(stet: Stet, text: string): Promise<void> {
  await stet.chooseMenuItem('File', 'Paste draft…');
  await stet.pasteDraftDialog.submitText(text);
  await expect(stet.newDraft.add).toBeEnabled();
}
