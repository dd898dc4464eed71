import { describe, expect, test } from 'vitest';
import { readBlocks } from '#renderer/documents/read/web/elements/read-blocks.ts';
import type { ImportedBlock } from '#shared/import/base/imported-blocks.ts';

type Hooks = Parameters<typeof readBlocks>[1];

const read = (markup: string, hooks?: Hooks) =>
  readBlocks(new DOMParser().parseFromString(markup, 'text/html').body, hooks);

/** Each block as its kind and text, a heading with its level. */
const blocks = (markup: string, hooks?: Hooks) =>
  read(markup, hooks).map(({ kind, level, text }) => `${kind}${level ?? ''}: ${text}`);

/** Each mark as its kind, its words, and where it leads. */
const marks = (markup: string, hooks?: Hooks) =>
  read(markup, hooks).flatMap(({ text, marks: all }: ImportedBlock) =>
    all.map(({ kind, start, end, href, target }) =>
      [kind, text.slice(start, end), href ?? target].filter((word) => word !== null),
    ),
  );

describe('blocks', () => {
  test('blocks keep their kind, and headings their level', () => {
    const markup = `<h1>One</h1><h3>Three</h3><p>Text</p><blockquote><p>Said</p><p>Twice</p></blockquote>
      <ul><li>Item</li></ul><figure><img src=a><figcaption>Below</figcaption></figure><address>Here</address>
      <dl><dt>Word</dt><dd>What it means</dd></dl><hr><details><summary>More</summary>Hidden</details>`;
    expect(blocks(markup)).toEqual([
      ...['heading1: One', 'heading3: Three', 'paragraph: Text', 'quote: Said', 'quote: Twice'],
      ...[
        'listItem: Item',
        'caption: Below',
        'paragraph: Here',
        'paragraph: Word',
        'paragraph: What it means',
      ],
      ...['paragraph: More', 'paragraph: Hidden'],
    ]);
  });

  test('text without a block element of its own becomes a block', () => {
    expect(blocks('One<div>Two<p>Three</p>Four <b>more</b></div>Five')).toEqual(
      ['One', 'Two', 'Three', 'Four more', 'Five'].map((words) => `paragraph: ${words}`),
    );
    expect(blocks('<span style="display: block">One</span><span style="DISPLAY:block">Two</span>')).toEqual([
      'paragraph: One',
      'paragraph: Two',
    ]);
  });

  test('blocks without text are left out, and so are elements that show none', () => {
    const markup = `<p>&nbsp;</p><p>\u200b</p><h2></h2><p>Text<script>no</script><style>no</style><template>no</template>
      <noscript>no</noscript><iframe>no</iframe><svg><text>no</text></svg><canvas>no</canvas><object>no</object>
      <button>no</button><textarea>no</textarea><select><option>no</select><video>no</video><p hidden>no</p>
      <p style="display:none!important">no</p><p style="color:red; Visibility : hidden">no</p><dialog>no</dialog>`;
    expect(blocks(markup)).toEqual(['paragraph: Text']);
  });

  test('blocks in a heading or a caption are part of it', () => {
    expect(blocks('<h2><div>One</div><br><br>more</h2>')).toEqual(['heading2: One', 'heading2: more']);
    expect(blocks('<h2>One<br><br>more</h2><figcaption><ul><li>Whale</ul></figcaption>')).toEqual([
      'heading2: One\nmore',
      'caption: Whale',
    ]);
  });
});

describe('white space', () => {
  test('white space is collapsed across elements, and removed at the ends of blocks', () => {
    expect(blocks('<p>  One\n <b> two </b> <i>\tthree</i> , <span> </span>four </p>')).toEqual([
      'paragraph: One two three , four',
    ]);
  });

  test('spaces other than those of the markup are kept inside a block', () => {
    expect(blocks('<p>\u00a0\u00a01\u00a0000\u2009km, 2\u2003m\u00a0</p>')).toEqual([
      'paragraph: 1\u00a0000\u2009km, 2\u2003m',
    ]);
  });

  test('a line break ends the line, and two of them separate paragraphs', () => {
    expect(blocks('<p>One <br> two<br></p><p><br>Three<br> <br><br>four</p>')).toEqual([
      'paragraph: One\ntwo',
      'paragraph: Three',
      'paragraph: four',
    ]);
  });

  test('white space is kept in preformatted text', () => {
    expect(blocks('<pre>\nif a:\n    b <b> c</b>\n\n\nd\n</pre>')).toEqual([
      'paragraph: if a:\n    b  c',
      'paragraph: d',
    ]);
  });
});

describe('lists', () => {
  test('items of ordered lists keep their numbers, in every format', () => {
    expect(blocks('<ol start=3><li>a<li value=7>b<li>c</ol><ol reversed><li>d<li>e</ol>')).toEqual(
      ['3. a', '7. b', '8. c', '2. d', '1. e'].map((words) => `listItem: ${words}`),
    );
    const ordered = (attributes: string) => blocks(`<ol ${attributes}><li>x</ol>`)[0];
    expect(ordered('type=a start=28')).toBe('listItem: ab. x');
    expect(ordered('type=A')).toBe('listItem: A. x');
    expect(ordered('type=i start=1994')).toBe('listItem: mcmxciv. x');
    expect(ordered('style="list-style-type:upper-roman"')).toBe('listItem: I. x');
    expect(ordered('style="list-style-type: none"')).toBe('listItem: x');
  });

  test('lists may hold lists and paragraphs', () => {
    const markup =
      '<ol><li><p>One</p><p>and more</p><ul><li>Inner<li></ul>after</li><li><ol><li>Deep</ol></li><li>Two</ol>';
    expect(blocks(markup)).toEqual([
      ...['listItem: 1. One', 'paragraph: and more', 'listItem: Inner', 'paragraph: after'],
      ...['listItem: 1. Deep', 'listItem: 3. Two'],
    ]);
  });

  test('a list of teasers has no numbers', () => {
    expect(blocks('<ol><li><h3>Storm</h3><p>It blew.</p><li><h3>Calm</h3></ol>')).toEqual([
      ...['heading3: Storm', 'paragraph: It blew.', 'heading3: Calm'],
    ]);
  });
});

describe('tables', () => {
  test('tables are kept row by row, with tabs between cells', () => {
    const markup = `<table><caption>Fares</caption><thead><tr><th></th><th>2022<th>2023</tr></thead>
      <tr><td><p>Adult</p><td>3.40<br>euros<td>\n<b>3.80</b> euros</tr><tr><td>&nbsp;<td></tr></table>`;
    expect(blocks(markup)).toEqual([
      ...['caption: Fares', 'tableRow: \t2022\t2023', 'tableRow: Adult\t3.40\neuros\t3.80 euros'],
    ]);
    expect(marks(markup)).toEqual([['bold', '3.80']]);
  });

  test.each([
    ['one column', '<table><tr><td><p>One</p></td></tr><tr><td><p>Two</p></td></tr></table>'],
    ['a role', '<table role=presentation><tr><td>One</td><td>Two</td></tr></table>'],
    ['a table inside', '<table><tr><td>One</td><td><table><tr><td>Two</td></tr></table></td></tr></table>'],
    ['a rule inside', '<table><tr><td>One<hr></td><td>Two</td></tr></table>'],
  ])('a layout table is read as if it were not there: %s', (_, markup) => {
    expect(blocks(markup)).toEqual(['paragraph: One', 'paragraph: Two']);
  });
});

describe('marks', () => {
  test('marks follow from elements and from inline style', () => {
    const markup = `<p><b>a</b> <strong>b</strong> <i>c</i> <em>d</em> <span style="font-weight:700">e</span>
      <span style="font-style: italic">f</span> <b style="font-weight:normal">g</b> <i style="font-style:normal">h</i>
      <cite>i</cite> <b style="font-weight: 500">j</b>`;
    expect(marks(markup)).toEqual([
      ...['a', 'b'].map((words) => ['bold', words]),
      ...['c', 'd'].map((words) => ['italic', words]),
      ['bold', 'e'],
      ['italic', 'f'],
    ]);
  });

  test('adjacent marks of the same kind are joined, and have no space at their ends', () => {
    expect(marks('<p><b>One </b><i><b>two</b> three </i><b> </b>four')).toEqual([
      ['bold', 'One two'],
      ['italic', 'two three'],
    ]);
  });

  test('links keep their address when it is absolute and allowed', () => {
    const link = (href: string) => marks(`<a href="${href}">x</a>`)[0]?.[2];
    expect(link('https://example.org/a?b=1&amp;c#d')).toBe('https://example.org/a?b=1&c#d');
    expect(link('http://example.org')).toBe('http://example.org');
    expect(link('https://example.org/a b')).toBe('https://example.org/a%20b');
    expect(link('mailto:jo@example.org')).toBe('mailto:jo@example.org');
    expect(link('doi:10.1000/182')).toBe('doi:10.1000/182');
    for (const href of ['/a', 'a.html', '#a', 'javascript:1', 'data:,1', 'file:///a', 'tel:1', '', ' '])
      expect(link(href)).toBeUndefined();
    expect(link(`https://example.org/${'a'.repeat(8_000)}`)).toBeUndefined();
  });

  test('marks in a list item are shifted by its number', () => {
    expect(marks('<ol start=10><li><b>Ten</b> men</ol>')).toEqual([['bold', 'Ten']]);
  });
});

describe('hooks of a format', () => {
  test('hooks name notes and references', () => {
    const hooks: Hooks = {
      inline: (element) => (element.className === 'ref' ? { noteRef: 'n1' } : null),
      block: (element) => (element.id === 'n1' ? { kind: 'note', name: 'n1' } : null),
    };
    const markup =
      'It sank<sup class=ref><a href="#n1">[1]</a></sup>.<ol><li id=n1><p>In <i>May</i>.</p><p>So.</ol>';
    expect(read(markup, hooks)).toMatchObject([
      {
        kind: 'paragraph',
        text: 'It sank[1].',
        marks: [{ kind: 'noteRef', target: 'n1', start: 7, end: 10 }],
      },
      { kind: 'note', name: 'n1', text: 'In May.', marks: [{ kind: 'italic', start: 3, end: 6 }] },
      { kind: 'note', text: 'So.', marks: [] },
    ]);
    expect(read(markup, hooks)[2]).not.toHaveProperty('name');
  });

  test('private-use characters stay in the text', () => {
    expect(blocks('<p>\ue000</p><p>a\ue001b</p>')).toEqual(['paragraph: \ue000', 'paragraph: a\ue001b']);
  });
});
