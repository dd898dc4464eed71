import type { ComponentType } from 'react';
import { create } from 'zustand';

interface LoadedReviewScreen {
  ReviewScreen: ComponentType | null;
}

/**
 * The screen that shows an article, null until its code is loaded: the library does without it. Not by React's `lazy`, which
 * would show an empty screen for a frame even when the code is there.
 */
export const useLoadedReviewScreen = create<LoadedReviewScreen>()(() => ({ ReviewScreen: null }));

/** Loads the screen. */
export async function loadReviewScreen(): Promise<void> {
  if (useLoadedReviewScreen.getState().ReviewScreen) return;
  const { ReviewScreen } = await import('./review-screen');
  useLoadedReviewScreen.setState({ ReviewScreen });
}
