import type { OutsideFolder } from '../app/outside-folder';
import { unless } from './unless';

/** Nothing changes outside of the library, whatever the links in it lead to. */
export function outsideIsUnchanged(outside: OutsideFolder): string[] {
  return unless(outside.isAsBefore, `what links in the library lead to was changed, in ${outside.folder}`);
}
