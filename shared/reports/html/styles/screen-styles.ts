import { filterRules } from './filter-styles';

const jumpRules = `
@media screen {
  mark, .entries > li { scroll-margin-top: 8px; }
  .entries > li:target, mark:target { outline: 1px solid var(--accent); }
  .entries > li:target > a.number::after { content: " ↑" / ""; }
}`;

/**
 * Where there is room, the lists scroll beside the article, so that a link in the text brings a claim up beside it and leaves the
 * line being read where it is; the filter stays at the top.
 */
const wideRules = `
@media screen and (min-width: 861px) and (min-height: 600px) {
  /* The page and the lists align an entry at one height, so that the page stays where it is. */
  html { scroll-padding-top: 52px; }
  .article mark { scroll-margin-top: 80px; }
  .filter { position: sticky; top: 0; z-index: 1; background: var(--paper); padding-block: 6px; margin-bottom: 18px; box-shadow: 0 1px var(--line); }
  .lists { position: sticky; top: 52px; max-height: calc(100vh - 60px); overflow-y: auto; scrollbar-width: thin; padding-inline: 8px; margin-inline: -8px; }
}
@media screen and (max-width: 860px), screen and (max-height: 599px) {
  .filter { margin-bottom: 24px; }
}`;

/** Rules for reading on a screen: jumps, the filter, and lists that stay beside the article. */
export const screenRules = [filterRules, jumpRules, wideRules].join('\n');
