import { describe, expect, test } from 'vitest';
import { makeDoc } from './doc/make-doc.ts';
import { readDraftOf } from './reading.ts';
import { makeDocx, p, r } from './word/make-docx.ts';

/** A list or check box as a test describes it; a list without entries, or a box of which nothing is known, holds no result. */
interface Form {
  entries?: string[];
  result?: number;
  byDefault?: number;
}

const forms: Form[] = [
  { entries: ['Gull', 'Tern Harbour'], result: 1 },
  { entries: ['first', 'second'] },
  { result: 1 },
  { byDefault: 1 },
  { result: 0, byDefault: 1 },
  { entries: [] },
];
const nameOf = ({ entries }: Form) => (entries ? 'FORMDROPDOWN' : 'FORMCHECKBOX');
const shown = {
  blocks: ['paragraph: Port: Tern Harbour, first, ☒, ☒, ☐, , left.'],
  notices: { fieldsKept: 5, placeholdersLeftOut: 1 },
};
const write = (field: (form: Form) => string, text = (words: string) => words) =>
  text('Port: ') + forms.map((form) => field(form) + text(', ')).join('') + text('left.');

function writeWord(form: Form): string {
  const value = (name: string, number: number | undefined) =>
    number === undefined ? '' : `<w:${name} w:val="${number}"/>`;
  const character = (type: string, content = '') =>
    `<w:r><w:fldChar w:fldCharType="${type}">${content}</w:fldChar></w:r>`;
  const entries = form.entries?.map((entry) => `<w:listEntry w:val="${entry}"/>`).join('') ?? '';
  const data = form.entries
    ? `<w:ddList>${value('result', form.result)}${value('default', form.byDefault)}${entries}</w:ddList>`
    : `<w:checkBox>${value('default', form.byDefault)}${value('checked', form.result)}</w:checkBox>`;
  return `${character('begin', `<w:ffData>${data}</w:ffData>`)}<w:r><w:instrText> ${nameOf(form)} </w:instrText></w:r>${character('separate')}${character('end')}`;
}

function writeRtf(form: Form): string {
  const entries = form.entries?.map((entry) => `{\\*\\ffl ${entry}}`).join('') ?? '';
  const data = `{\\fftype${form.entries ? 2 : 1}\\ffres${form.result ?? 25}\\ffdefres${form.byDefault ?? 0}{\\*\\ffname Port}${entries}}`;
  return `{\\field{\\*\\fldinst { ${nameOf(form)} }{\\*\\formfield${data}}}{\\fldrslt }}`;
}

const number16 = (value: number) => [value & 0xff, value >> 8];
const string = (text: string) => [
  ...number16(text.length),
  ...Array.from(text, (character) => number16(character.charCodeAt(0))).flat(),
];

/** The data of a form field: what a picture would have there, then the field ([MS-DOC] 2.9.78). */
function writeData({ entries, result = 25, byDefault = 0 }: Form): number[] {
  const header = [0, 0, 0, 0, 0x44, 0, ...Array<number>(62).fill(0)];
  const bits = number16((entries ? 2 : 1) | (result << 2));
  const empty = [0, 0, 0, 0];
  const name = [...string('Port'), 0, 0];
  const list = entries ? [0xff, 0xff, ...number16(entries.length), 0, 0, ...entries.flatMap(string)] : [];
  return [
    ...[...header, 0xff, 0xff, 0xff, 0xff, ...bits, 0, 0, 0, 0, ...name, ...number16(byDefault)],
    ...[...empty, ...empty, ...empty, ...empty, ...empty, ...list],
  ];
}

function makeForms(data: number[][]): Uint8Array {
  const fieldOf = (form: Form, index: number) => {
    const offset = data.slice(0, index).reduce((sum, { length }) => sum + length, 0);
    const properties = [0x03, 0x6a, ...number16(offset), 0, 0, 0x06, 0x08, 1];
    return [{ text: `\x13 ${nameOf(form)} ` }, { text: '\x01', properties }, { text: '\x14\x15, ' }];
  };
  const runs = [{ text: 'Port: ' }, ...forms.flatMap(fieldOf), { text: 'left.' }];
  return makeDoc({ paragraphs: [{ runs }], data: data.flat() });
}

describe('lists and check boxes of forms are what is chosen in them, and counted where the file does not hold it', () => {
  test('.docx', async () => {
    const body = p(write(writeWord, r));
    expect(await readDraftOf(makeDocx({ body }), 'form.docx')).toMatchObject(shown);
  });

  test('.rtf', async () => {
    expect(await readDraftOf(`{\\rtf1\\ansi ${write(writeRtf)}}`, 'form.rtf')).toMatchObject(shown);
  });

  test('.doc', async () => {
    expect(await readDraftOf(makeForms(forms.map(writeData)), 'form.doc')).toMatchObject(shown);
  });
});

test('a .doc whose form data is damaged has its text, and its fields are counted', async () => {
  const cutOff = forms.map((form) => writeData(form).slice(0, 70));
  const { blocks, notices } = await readDraftOf(makeForms(cutOff), 'form.doc');
  expect(blocks).toEqual(['paragraph: Port: , , , , , , left.']);
  expect(notices).toEqual({ placeholdersLeftOut: 6 });
});
