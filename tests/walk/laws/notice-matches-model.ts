import type { Model } from '../model/model';
import type { ScreenState } from '../page/screen/screen-state';
import { unless } from './unless';

/** The command left the notice that it must leave, with Undo. */
export function noticeMatchesModel({ notices }: ScreenState, { expectedNotice }: Model): string[] {
  if (expectedNotice === null) return [];
  const isShown = notices.some(
    ({ text, buttons }) => text.includes(expectedNotice) && buttons.includes('Undo'),
  );
  const shown = notices.map(({ text, buttons }) => `“${text}” [${buttons}]`).join(', ');
  return unless(isShown, `no notice says “${expectedNotice}” with Undo, but ${shown || 'there is none'}`);
}
