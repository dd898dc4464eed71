import { describe, expect, test } from 'vitest';
import { removeSiteName } from '../../../../../../renderer/importer/web/metadata/page-metadata';

const gull = { siteNames: ['The Harbour Gull'], host: 'www.gull.example', headings: [] };

describe('a title without the name of the site', () => {
  test.each([
    ['The ferry sails again | The Harbour Gull', 'The ferry sails again'],
    ['The ferry sails again - Harbour Gull', 'The ferry sails again'],
    ['The ferry sails again – gull.example', 'The ferry sails again'],
    ['The ferry sails again|The Harbour Gull', 'The ferry sails again'],
    ['The ferry sails again [gull.example]', 'The ferry sails again'],
    ['The ferry sails again [video]', 'The ferry sails again [video]'],
    ['The Harbour Gull: The ferry', 'The Harbour Gull: The ferry'],
    ['The Harbour Gull » The ferry sails again', 'The ferry sails again'],
    ['The ferry – a line with a past | The Harbour Gull', 'The ferry – a line with a past'],
    ['The ferry sails again | Ada Fields', 'The ferry sails again | Ada Fields'],
    ['News | The Harbour Gull', 'News | The Harbour Gull'],
    ['The Harbour Gull', 'The Harbour Gull'],
    ['We needed this&nbsp;ferry &amp; its crew', 'We needed this ferry & its crew'],
  ])('%j is %j', (title, expected) => {
    expect(removeSiteName(title, gull)).toBe(expected);
  });

  test('where a part of it is the heading of the page, the section goes as well', () => {
    const clues = { siteNames: [], host: null, headings: ['The ferry sails again'] };
    expect(removeSiteName('Opinion | The ferry sails again - Bay News', clues)).toBe('The ferry sails again');
  });
});
