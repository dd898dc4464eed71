import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importResultSchema } from '#shared/import/base/proposal.ts';
import odtFile from '../../../../../fixtures/formats/ferry.odt?url';
import { damagedCopies } from '../damaged-copies.ts';
import { formatOf, inputFile, loadFile, readProblemOf, readTextOf } from '../reading.ts';
import { silentReporter } from '../reporter.ts';
import { makeOdt, p, textType } from './make-odt.ts';

const nested = (depth: number) => p(`${'<text:span>'.repeat(depth)}deep${'</text:span>'.repeat(depth)}`);

describe('a document that is refused', () => {
  test.each([
    ['is empty', makeOdt(p(' ')), 'empty', /article.odt is empty/],
    [
      'has pictures only',
      makeOdt(p('<draw:frame><draw:image/></draw:frame>')),
      'noText',
      /holds pictures but no words/,
    ],
    [
      'has a password',
      makeOdt(p('x'), '', {
        'META-INF/manifest.xml': strToU8(
          '<manifest:manifest xmlns:manifest="urn:m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
        ),
      }),
      'protected',
      /protected by a password/,
    ],
    ['has no content', zipSync({ mimetype: [strToU8(textType), { level: 0 }] }), 'damaged', /damaged/],
    [
      'has damaged styles',
      makeOdt(p('x'), '', { 'styles.xml': strToU8('<office:styles>') }),
      'damaged',
      /damaged/,
    ],
    ['is cut off', makeOdt(p('The ferry.')).slice(0, 300), 'damaged', /damaged/],
    ['nests 1,000 deep', makeOdt(nested(1_000)), 'hostile', /deeper than any article/],
    ['nests deeper than XML is parsed', makeOdt(nested(6_000)), 'damaged', /damaged/],
    [
      'grows 200-fold',
      makeOdt(p('x'), '', { 'Pictures/a.png': new Uint8Array(2 ** 21) }),
      'hostile',
      /more than 200 times/,
    ],
  ])('it %s', async (_, file, code, message) => {
    expect(await readProblemOf(file, 'article.odt')).toEqual({
      code,
      message: expect.stringMatching(message),
    });
  });

  test('it declares entities that expand a billionfold, in a zip or in one file', async () => {
    const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>`;
    const flat = `<?xml version="1.0"?>${laughs}<office:document xmlns:office="urn:o"><office:body><office:text>&b;</office:text></office:body></office:document>`;
    expect(await readProblemOf(flat, 'article.fodt')).toMatchObject({ code: 'hostile' });
    const zip = makeOdt(p('x'), '', { 'styles.xml': strToU8(`${laughs}<a>&b;</a>`) });
    expect(await readProblemOf(zip, 'article.odt')).toMatchObject({ code: 'hostile' });
  });

  test('a search says that it is unreadable', async () => {
    expect(await readTextOf(makeOdt(nested(1_000)), 'a.odt')).toMatchObject({ state: 'unreadable' });
  });
});

test('a document that styles and lists lead in circles is read', async () => {
  const styles =
    '<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/><style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>';
  expect(await readProblemOf(makeOdt(p('The ferry.', 'A'), styles), 'article.odt')).toBeNull();
});

test('any damage to a file ends in a draft or a refusal', async () => {
  const file = await loadFile(odtFile);
  await fc.assert(
    fc.asyncProperty(damagedCopies(file), async (bytes) => {
      const input = inputFile(bytes, 'article.odt');
      const result = await Promise.resolve(formatOf(input).readDraft(input, silentReporter));
      importResultSchema.parse(result);
    }),
    { numRuns: 60 },
  );
});
