import { openOutsideLink } from '../web/outside-link';
import type { HandlerContext, HandlersOf } from './context';

export function linkHandlers({ outside }: HandlerContext): HandlersOf<'link'> {
  return {
    'link.open': async ({ url }) => ({
      opened: await openOutsideLink(url, { confirm: outside.dialogs.confirmLink, open: outside.openLink }),
    }),
  };
}
