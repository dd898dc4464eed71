import { type ArticleState, readArticle } from './read-article';
import { type CardState, readCard } from './read-card';
import { type ClaimListState, readClaimList } from './read-claim-list';
import { type FrameState, readFrame } from './read-frame';
import { readSelection, type SelectionState } from './read-selection';

/** The parts of the screen that the walk compares. Texts are on one line. */
export interface ScreenState extends FrameState, ClaimListState, ArticleState, SelectionState, CardState {}

/** Functions that run in the window, where they are sent as source text. Each reads a part of `ScreenState`. */
export const screenReaders = [readFrame, readClaimList, readArticle, readSelection, readCard];
