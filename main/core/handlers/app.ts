import { openExternalLink } from '../web/external-link.ts';
import { isShownDifferently, pickShownSettings } from '../window/shown-settings.ts';
import type { HandlerContext, HandlersOf } from './context.ts';
import { toPreferences } from './start.ts';

export function createLinkHandlers({ platform }: HandlerContext): HandlersOf<'link'> {
  return {
    'link.open': async ({ url }) => ({
      opened: await openExternalLink(url, { confirm: platform.dialogs.confirmLink, open: platform.openLink }),
    }),
  };
}

export function createSettingsHandlers({ platform, settings }: HandlerContext): HandlersOf<'settings'> {
  return {
    'settings.change': async (changed) => {
      const store = await settings();
      const before = store.current();
      const after = await store.change(changed);
      if (isShownDifferently(before, after)) platform.applySettings(pickShownSettings(after));
      return toPreferences(after);
    },
  };
}

export function createTaskHandlers({ tasks }: HandlerContext): HandlersOf<'task'> {
  return {
    'task.cancel': async ({ taskId }) => {
      tasks.cancel(taskId);
      return null;
    },
  };
}

export function createAppHandlers({ platform }: HandlerContext): HandlersOf<'app'> {
  return {
    'app.about': async () => platform.about(),
    'app.close': async (unfinished) => {
      platform.answerClosing(unfinished);
      return null;
    },
    'app.paste': async () => platform.paste(),
  };
}
