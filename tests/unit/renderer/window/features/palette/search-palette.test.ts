import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type PaletteGroup,
  type PaletteItem,
  prepareSearch,
} from '#renderer/window/features/palette/search-palette.ts';

const item = (id: string, label: string, options: Partial<PaletteItem> = {}): PaletteItem => ({
  id,
  label,
  detail: '',
  obstacle: null,
  run: () => {},
  ...options,
});

const actions: PaletteGroup = {
  title: 'Actions',
  isShort: true,
  items: [
    item('export', 'Export report'),
    item('exportAgain', 'Export again', { detail: 'as the last time' }),
    item('note', 'Note', { obstacle: 'Go to a claim first.' }),
    item('settings', 'Settings'),
  ],
};
const articles: PaletteGroup = {
  title: 'Articles',
  items: [item('article/1', 'Ferry to stop in May'), item('article/2', 'Notes from the Øresund and Zürich')],
};
const groups = [actions, articles];

const find = (query: string, recent: readonly string[] = []) =>
  prepareSearch(groups)(query, recent).map(({ title, items }) => [title, ...items.map(({ id }) => id)]);

describe('the search of the palette', () => {
  test('without a query, the recent actions come first, then everything else', () => {
    expect(find('', ['settings', 'gone', 'note'])).toEqual([
      ['Recently used', 'settings'],
      ['Actions', 'export', 'exportAgain', 'note'],
      ['Articles', 'article/1', 'article/2'],
    ]);
  });

  test('letters in order find an item, by label or detail, without regard to case and accents', () => {
    expect(find('exprep')).toEqual([['Actions', 'export']]);
    expect(find('last time')).toEqual([['Actions', 'exportAgain']]);
    expect(find('ZURICH')).toEqual([['Articles', 'article/2']]);
    expect(find('stop ferry')).toEqual([['Articles', 'article/1']]);
    expect(find('qqq')).toEqual([]);
  });

  test('the group with the best match that can be run comes first', () => {
    expect(find('note').map(([title]) => title)).toEqual(['Articles', 'Actions']);
    expect(find('ferry').map(([title]) => title)).toEqual(['Articles']);
  });

  test('of many items, a part is shown with the number of the others', () => {
    const many = {
      title: 'Claims',
      items: Array.from({ length: 50 }, (_, at) => item(`c${at}`, `${at} ferry`)),
    };
    const search = prepareSearch([many]);
    for (const query of ['', 'ferry']) {
      const [group] = search(query, []);
      expect(group?.items.length).toBe(20);
      expect(group?.moreCount).toBe(30);
    }
    expect(search('49', [])[0]?.items[0]?.id).toBe('c49');
  });

  test('any text can be typed, and every item is found by its own label', () => {
    const search = prepareSearch(groups);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => Array.isArray(search(query, []))));
    for (const { id, label } of groups.flatMap(({ items }) => items))
      expect(find(label).flat()).toContain(id);
  });
});
