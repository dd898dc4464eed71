import type { Handlers } from '../dispatcher';
import { appHandlers } from './app';
import { articleHandlers } from './article';
import type { HandlerContext } from './context';
import { draftHandlers } from './draft';
import { importHandlers } from './import';
import { libraryHandlers } from './library';
import { linkHandlers } from './link';
import { reportHandlers } from './report';
import { reviewHandlers } from './review';
import { settingsHandlers } from './settings';
import { taskHandlers } from './task';
import { vaultHandlers } from './vault';

/** A handler for every command of the contract. */
export function allHandlers(context: HandlerContext): Handlers {
  return {
    ...appHandlers(context),
    ...settingsHandlers(context),
    ...libraryHandlers(context),
    ...importHandlers(context),
    ...articleHandlers(context),
    ...draftHandlers(context),
    ...reviewHandlers(context),
    ...taskHandlers(context),
    ...vaultHandlers(context),
    ...reportHandlers(context),
    ...linkHandlers(context),
  };
}
