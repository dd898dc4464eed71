import { openExternalLink } from '../../web/external-link';
import type { HandlerContext, HandlersOf } from '../context';

export function createLinkHandlers({ platform }: HandlerContext): HandlersOf<'link'> {
  return {
    'link.open': async ({ url }) => ({
      opened: await openExternalLink(url, { confirm: platform.dialogs.confirmLink, open: platform.openLink }),
    }),
  };
}
