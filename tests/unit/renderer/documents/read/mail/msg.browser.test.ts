import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importResultSchema } from '#shared/import/base/proposal.ts';
import { makeCompoundFile } from '../base/make-compound-file.ts';
import { damagedCopies } from '../damaged-copies.ts';
import { formatOf, inputFile, readDraftOf, readProblemOf, readTextOf } from '../reading.ts';
import { strictReporter } from '../reporter.ts';

const utf16 = (text: string) =>
  new Uint8Array(
    Array.from(text).flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]),
  );
const ascii = (text: string) => new TextEncoder().encode(text);

/** The properties of fixed length: when the message was submitted, and those of `numbers` by their tags. */
function fixedProperties(numbers: Record<number, number> = {}): Uint8Array {
  const entries = Object.entries(numbers);
  const view = new DataView(new ArrayBuffer(32 + 16 + entries.length * 16));
  for (const [index, [tag, value]] of entries.entries()) {
    view.setUint32(48 + index * 16, Number(tag), true);
    view.setUint32(56 + index * 16, value, true);
  }
  view.setUint32(32, 0x00390040, true);
  view.setBigUint64(40, (BigInt(Date.UTC(2026, 0, 6, 9)) + 11_644_473_600_000n) * 10_000n, true);
  return new Uint8Array(view.buffer);
}

/** RTF as a message has it that does not compress it ([MS-OXRTFCP]). */
function storeRtf(text: string): Uint8Array {
  const rtf = ascii(text);
  const header = new DataView(new ArrayBuffer(16));
  header.setUint32(4, rtf.length, true);
  header.setUint32(8, 0x414c454d, true);
  return new Uint8Array([...new Uint8Array(header.buffer), ...rtf]);
}

const article = 'The ferry carried 1.2 million people in 2025. '.repeat(12).trim();

const makeMsg = (more: Parameters<typeof makeCompoundFile>[0]) =>
  makeCompoundFile({
    '__properties_version1.0': fixedProperties(),
    '__substg1.0_0037001F': utf16('RE: The ferry that never left'),
    '__substg1.0_0C1A001F': utf16('Nora Véld'),
    ...more,
  });

describe('a message of Outlook', () => {
  test('has its subject, sender, day and HTML', async () => {
    const { proposal, blocks, marks } = await readDraftOf(
      makeMsg({ '__substg1.0_10130102': ascii(`<p>It <b>sank</b>.</p><p>${article}</p>`) }),
      'mail.msg',
    );
    expect(proposal).toMatchObject({
      title: 'The ferry that never left',
      byline: 'Nora Véld',
      publishedAt: '2026-01-06',
    });
    expect(blocks).toEqual(['paragraph: It sank.', `paragraph: ${article}`]);
    expect(marks).toEqual(['bold sank']);
  });

  test('is read from its plain text, and names attachments that are left out', async () => {
    const file = makeMsg({
      '__substg1.0_1000001F': utf16(article),
      '__attach_version1.0_#00000000': { '__substg1.0_3707001F': utf16('draft.docx') },
    });
    expect(await readDraftOf(file, 'mail.msg')).toMatchObject({
      blocks: [`paragraph: ${article}`],
      notices: { attachedDocumentsLeftOut: 1 },
    });
    expect(await readTextOf(file, 'mail.msg')).toMatchObject({
      pages: [article],
      beside: ['RE: The ferry that never left', 'Nora Véld', 'draft.docx'],
    });
  });

  test('has strings in the code page of the message, and HTML in that of its own', async () => {
    const file = makeMsg({
      '__properties_version1.0': fixedProperties({ 1073545219: 28_592, 1071513603: 51_932 }),
      '__substg1.0_0042001E': new Uint8Array([0xb1, 0x41, 0]),
      '__substg1.0_10130102': new Uint8Array([0x3c, 0x70, 0x3e, 0xa4, 0xa2, 0xa4, 0xa4]),
    });
    const { proposal, blocks, notices } = await readDraftOf(file, 'mail.msg');
    expect(proposal.byline).toBe('ąA');
    expect(blocks).toEqual(['paragraph: あい']);
    expect(notices).toEqual({});
  });

  test('in a code page that is not known says what was assumed', async () => {
    const bytes = new Uint8Array(
      Array.from('Déjà vu, à côté du café. '.repeat(9), (one) => one.charCodeAt(0)),
    );
    const file = makeMsg({
      '__properties_version1.0': fixedProperties({ 1073545219: 29_001 }),
      '__substg1.0_1000001E': bytes,
    });
    expect((await readDraftOf(file, 'mail.msg')).notices).toEqual({ encodingAssumed: 1 });
  });

  test('is read from its RTF when it has nothing else', async () => {
    const file = makeMsg({ '__substg1.0_10090102': storeRtf('{\\rtf1 It sank.\\par Twice.}') });
    expect((await readDraftOf(file, 'mail.msg')).blocks).toEqual([
      'paragraph: It sank.',
      'paragraph: Twice.',
    ]);
  });

  test('is read from the HTML in its RTF, without what only stands for tags where RTF is shown', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Arial;}}
{\*\htmltag64 <ul>}{\*\htmltag64 <li>}\htmlrtf {\pntext\'b7\tab}\'b7\tab \htmlrtf0 It {\*\htmltag84 <b>}\htmlrtf {\b\htmlrtf0 sank{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0 : Tom {\*\htmltag84 &amp;}\htmlrtf &\htmlrtf0  Ana.
{\*\htmltag72 </li></ul>}{\*\htmltag64 <p>}\htmlrtf \par\htmlrtf0 {\f1 \'cc\'e8\'f0} \u8364?5 \rquote.{\*\htmltag72 </p>}}`;
    const { blocks, marks } = await readDraftOf(
      makeMsg({ '__substg1.0_10090102': storeRtf(rtf) }),
      'mail.msg',
    );
    expect(blocks).toEqual(['listItem: It sank: Tom & Ana.', 'paragraph: Мир €5 ’.']);
    expect(marks).toEqual(['bold sank']);
  });

  test('is refused when it is empty, encrypted or cut off', async () => {
    expect(await readProblemOf(makeMsg({}), 'mail.msg')).toMatchObject({ code: 'empty' });
    const encrypted = makeMsg({ '__substg1.0_001A001F': utf16('IPM.Note.SMIME') });
    expect(await readProblemOf(encrypted, 'mail.msg')).toMatchObject({ code: 'protected' });
    expect(await readProblemOf(makeMsg({}).slice(0, 700), 'mail.msg')).not.toBeNull();
  });

  test('any damage ends in a draft or a refusal, without an error', async () => {
    const file = makeMsg({ '__substg1.0_1000001F': utf16(article) });
    await fc.assert(
      fc.asyncProperty(damagedCopies(file), async (bytes) => {
        const input = inputFile(bytes, 'mail.msg');
        importResultSchema.parse(await formatOf(input).readDraft(input, strictReporter));
      }),
      { numRuns: 60 },
    );
  });
});
