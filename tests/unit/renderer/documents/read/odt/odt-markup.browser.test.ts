import { describe, expect, test } from 'vitest';
import { pointRemark } from '#shared/import/base/annotation.ts';
import { encodeAs } from '../base/encode-as.ts';
import { readDraftOf } from '../reading.ts';
import { makeOdt, makeStyles, p } from './make-odt.ts';

const read = (body: string, styles = '', more = {}) =>
  readDraftOf(makeOdt(body, styles, more), 'article.odt');
const readBlocks = async (body: string, styles = '') => (await read(body, styles)).blocks;

const hidden =
  '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>';

describe('what is left out', () => {
  test('hidden text is left out and counted: by style, in a section, in a paragraph', async () => {
    const { blocks, notices } = await read(
      `${p('Seen <text:span text:style-name="H">unseen</text:span> words.')}
      <text:section text:name="s" text:display="none">${p('Unseen section.')}</text:section>
      ${p('Unseen paragraph.<text:hidden-paragraph text:is-hidden="true"/>')}`,
      hidden,
    );
    expect(blocks).toEqual(['paragraph: Seen words.']);
    expect(notices).toEqual({ hiddenLeftOut: 3 });
  });

  test('a table of contents is left out and counted, a bibliography is text', async () => {
    const { blocks, notices } = await read(
      `<text:table-of-content><text:index-body>${p('The cost 2')}</text:index-body></text:table-of-content>
      ${p('The article.')}<text:bibliography><text:index-body>${p('A book.')}</text:index-body></text:bibliography>`,
    );
    expect(blocks).toEqual(['paragraph: The article.', 'paragraph: A book.']);
    expect(notices).toEqual({ contentsLeftOut: 1 });
  });

  test('deleted words stay out, also where they are whole paragraphs, and are counted', async () => {
    const { blocks, notices } = await read(
      `<text:tracked-changes><text:changed-region text:id="d"><text:deletion>${p('Gone.')}${p('Gone, too.')}</text:deletion></text:changed-region></text:tracked-changes>
      ${p('It <text:change text:change-id="d"/>stays.')}`,
    );
    expect(blocks).toEqual(['paragraph: It stays.']);
    expect(notices).toEqual({ changesAccepted: 1 });
  });

  test('pictures and objects are counted, the words of a text box and of a shape follow their paragraph', async () => {
    const { blocks, notices } = await read(
      `${p(
        `Before<draw:frame><draw:image/></draw:frame><draw:frame><draw:object/><draw:image/></draw:frame>` +
          `<draw:frame><draw:text-box>${p('In the box.')}</draw:text-box></draw:frame>` +
          `<draw:custom-shape>${p('On the shape.')}</draw:custom-shape> after.`,
      )}`,
    );
    expect(blocks).toEqual([
      'paragraph: Before after.',
      'paragraph: In the box.',
      'paragraph: On the shape.',
    ]);
    expect(notices).toEqual({ imagesLeftOut: 1, objectsLeftOut: 1 });
  });

  test('a cell that goes on below its row is an empty cell there, what covers columns is none', async () => {
    const cell = (text: string, spans = '') => `<table:table-cell ${spans}>${p(text)}</table:table-cell>`;
    const covered = '<table:covered-table-cell/>';
    const rows = [
      cell('Port', 'table:number-rows-spanned="2"') + cell('2023') + cell('2024'),
      covered + cell('1.2') + cell('1.4'),
      cell('All', 'table:number-columns-spanned="2" table:number-rows-spanned="2"') + covered + cell('9'),
      `<table:covered-table-cell table:number-columns-repeated="2"/>${cell('8')}`,
      cell('Last', 'table:number-columns-spanned="2"') + covered + cell('7'),
    ];
    const table = `<table:table>${rows.map((row) => `<table:table-row>${row}</table:table-row>`).join('')}</table:table>`;
    expect(await readBlocks(table)).toEqual([
      'tableRow: Port\t2023\t2024',
      'tableRow: \t1.2\t1.4',
      'tableRow: All\t9',
      'tableRow: \t8',
      'tableRow: Last\t7',
    ]);
  });

  test('the words of a placeholder stay out, and are counted', async () => {
    const { blocks, notices } = await read(
      p('Name: <loext:content-control loext:showing-place-holder="true">Click here</loext:content-control>.'),
    );
    expect(blocks).toEqual(['paragraph: Name: .']);
    expect(notices).toEqual({ placeholdersLeftOut: 1 });
  });
});

test('page headers and footers are counted, those without words are not', async () => {
  const pages = `<office:master-styles><style:master-page style:name="Standard"><style:header>${p('The Daily')}</style:header><style:footer>${p('Draft')}${p('of May')}</style:footer><style:header-left>${p(' ')}</style:header-left></style:master-page></office:master-styles>`;
  expect((await read(p('Text.'), '', makeStyles(pages))).notices).toEqual({ pageLinesLeftOut: 2 });
});

test('the field with the title of the document is text, the title of a drawing is not', async () => {
  const drawing = '<draw:frame><draw:image/><svg:title>Alternative</svg:title></draw:frame>';
  const shape = `<draw:custom-shape><svg:title>Alternative</svg:title><svg:desc>Longer</svg:desc>${p('Shown')}</draw:custom-shape>`;
  expect(await readBlocks(p(`On <text:title>The Mill</text:title>.${drawing}${shape}`))).toEqual([
    'paragraph: On The Mill.',
    'paragraph: Shown',
  ]);
});

test('two comments of the same name both become claims', async () => {
  const comment = (words: string) =>
    `<office:annotation office:name="1"><dc:creator>Ana</dc:creator>${p(words)}</office:annotation>`;
  const end = '<office:annotation-end office:name="1"/>';
  const { claims } = await read(p(`${comment('First?')}One${end} two`) + p(`${comment('Second?')}Three`));
  expect(claims).toEqual([
    ['One', 'Ana: First?'],
    ['Three', `Ana: Second?\n${pointRemark}`],
  ]);
});

describe('how text is set', () => {
  test('spaces, tabs and line breaks become what a page shows, two line breaks part paragraphs', async () => {
    expect(
      await readBlocks(
        p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<text:line-break/><text:line-break/>e'),
      ),
    ).toEqual(['paragraph: a b c\nd', 'paragraph: e']);
  });

  test('bold and italic come from styles of text and their parents, but not from the style of a heading', async () => {
    const styles = `<style:style style:name="S" style:family="text"><style:text-properties fo:font-weight="700"/></style:style>
      <style:style style:name="T" style:family="text" style:parent-style-name="S"><style:text-properties fo:font-style="italic"/></style:style>
      <style:style style:name="Big" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>`;
    const { marks } = await read(
      `<text:h text:style-name="Big" text:outline-level="2">Costs</text:h>${p('<text:span text:style-name="T">Both</text:span> none')}`,
      styles,
    );
    expect(marks).toEqual(['bold Both', 'italic Both']);
  });

  test('the reading of a ruby stands behind its words', async () => {
    expect(
      await readBlocks(
        p(
          '<text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とうきょう</text:ruby-text></text:ruby>',
        ),
      ),
    ).toEqual(['paragraph: 東京(とうきょう)']);
  });
});

describe('numbers', () => {
  test('items are numbered by level, a header is not, a start value starts anew', async () => {
    const styles = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")" text:display-levels="2"/></text:list-style>`;
    const item = (content: string, more = '') => `<text:list-item${more}>${content}</text:list-item>`;
    const body = `<text:list text:style-name="L"><text:list-header>${p('Header')}</text:list-header>${item(
      `${p('First')}${p('Still the first')}<text:list>${item(p('Within'))}</text:list>`,
    )}${item(p('Seventh'), ' text:start-value="7"')}</text:list>`;
    expect(await readBlocks(body, styles)).toEqual([
      'paragraph: Header',
      'listItem: I. First',
      'paragraph: Still the first',
      'listItem: I.1) Within',
      'listItem: VII. Seventh',
    ]);
  });

  test('numbered headings keep their number', async () => {
    const styles =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>';
    const h = (level: number, words: string) => `<text:h text:outline-level="${level}">${words}</text:h>`;
    expect(await readBlocks(h(1, 'One') + h(2, 'Below') + h(1, 'Two'), styles)).toEqual([
      'heading1: 1 One',
      'heading2: 1.1 Below',
      'heading1: 2 Two',
    ]);
  });
});

describe('tables', () => {
  const cell = (content: string) => `<table:table-cell>${content}</table:table-cell>`;
  const row = (...cells: string[]) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;

  test('rows keep empty cells, and the paragraphs of a cell its lines', async () => {
    expect(
      await readBlocks(
        `<table:table><table:table-header-rows>${row(p('A'), p(''), p('C'))}</table:table-header-rows>${row(p('1') + p('2'), p('x'), '')}</table:table>`,
      ),
    ).toEqual(['tableRow: A\t\tC', 'tableRow: 1\n2\tx\t']);
  });

  test('a table of one column is a frame around paragraphs', async () => {
    expect(await readBlocks(`<table:table>${row(p('One') + p('Two'))}</table:table>`)).toEqual([
      'paragraph: One',
      'paragraph: Two',
    ]);
  });
});

test('a comment on deleted words only, or on nothing, is listed without words', async () => {
  const comment = (name: string) =>
    `<office:annotation office:name="${name}"><dc:creator>Ana Ruiz</dc:creator><dc:date>2026-01-06T09:00:00.25</dc:date>${p('Why?')}</office:annotation>`;
  const { claims, proposal } = await read(
    `${p(`Here ${comment('a')}are words<office:annotation-end office:name="a"/>.`)}`,
  );
  expect(claims).toEqual([['are words', 'Ana Ruiz: Why?']]);
  expect(proposal.claims[0]?.annotation?.comments[0]?.at).toBe('2026-01-06T09:00:00.000Z');
});

describe('a document in one file', () => {
  const words = 'Паром перевёз больше миллиона человек в прошлом году, и никто не знает почему. '
    .repeat(30)
    .trim();
  const flat = (declaration: string) =>
    encodeAs(
      `${declaration}<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>${words}</text:p></office:text></office:body></office:document>`,
      'windows-1251',
    );

  test('is decoded as it declares, else by a guess that is named', async () => {
    const declared = await readDraftOf(flat('<?xml version="1.0" encoding="windows-1251"?>'), 'a.fodt');
    expect(declared).toMatchObject({ blocks: [`paragraph: ${words}`], notices: {} });
    expect(declared.notices).toEqual({});
    const guessed = await readDraftOf(flat('<?xml version="1.0"?>'), 'a.fodt');
    expect(guessed.blocks).toEqual([`paragraph: ${words}`]);
    expect(guessed.notices).toEqual({ encodingAssumed: 1 });
  });
});

test('the values of a form are text and counted, empty controls are none', async () => {
  const forms =
    '<office:forms xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0"><form:form>' +
    '<form:text form:id="a" form:current-value="Ana Ruiz"/><form:text form:id="b"/>' +
    '<form:listbox form:id="c"><form:option form:label="Bay"/><form:option form:label="Pier" form:current-selected="true"/></form:listbox>' +
    '</form:form></office:forms>';
  const control = (id: string) => `<draw:control draw:control="${id}"/>`;
  const { blocks, notices } = await read(
    `${forms}${p(`Name: ${control('a')} ${control('b')}place: ${control('c')}.`)}`,
  );
  expect(blocks).toEqual(['paragraph: Name: Ana Ruiz place: Pier.']);
  expect(notices).toEqual({ fieldsKept: 2 });
});

test('words that are only struck through stay, and are counted by passage, also where a paragraph is', async () => {
  const line = (name: string, family: string, style: string) =>
    `<style:style style:name="${name}" style:family="${family}"><style:text-properties style:text-line-through-style="${style}"/></style:style>`;
  const { blocks, notices } = await read(
    `${p(
      'Salmon <text:span text:style-name="S">Sold </text:span><text:span text:style-name="S">out</text:span>',
    )}<text:p text:style-name="G">All of it<text:span text:style-name="N"> but this</text:span></text:p>`,
    line('S', 'text', 'solid') + line('N', 'text', 'none') + line('G', 'paragraph', 'solid'),
  );
  expect(blocks).toEqual(['paragraph: Salmon Sold out', 'paragraph: All of it but this']);
  expect(notices).toEqual({ struckThroughKept: 2 });
});
