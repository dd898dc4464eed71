import { expect, test } from 'vitest';
import { makeDocx, p, r } from '../make-docx';
import { readXml } from './read-parts';
import { createPlanChange, createPlanComment, readMapped, writeInto } from './write-report';

/** The body of a written file, with short names. */
async function writeBody(
  body: string,
  plan: { comments?: [string, string?][]; changes?: [string, string][] },
  more: Omit<Parameters<typeof makeDocx>[0], 'body'> = {},
) {
  const bytes = makeDocx({ body, ...more });
  const draft = readMapped(bytes);
  if (!draft) throw new Error('there is no text');
  const find = (words: string) => {
    const start = draft.text.indexOf(words);
    if (start === -1) throw new Error(`the text has no “${words}”: ${draft.text}`);
    return { start, end: start + words.length };
  };
  const written = await writeInto(bytes, draft, {
    comments: (plan.comments ?? []).map(([words], index) => createPlanComment(index + 1, find(words))),
    changes: (plan.changes ?? []).map(([words, text], index) => createPlanChange(index, find(words), text)),
  });
  const document = readXml(written.bytes, 'word/document.xml');
  const xml = new XMLSerializer().serializeToString(document.querySelector('body') ?? document);
  return {
    notTracked: written.notTracked,
    xml: xml
      .replace(/ xmlns:\w+="[^"]*"/g, '')
      .replace(/<w:r><w:commentReference w:id="(\d+)"\/><\/w:r>/g, '{$1}')
      .replace(/<w:commentRangeStart w:id="(\d+)"\/>/g, '{$1:')
      .replace(/<w:commentRangeEnd w:id="(\d+)"\/>/g, ':$1}')
      .replace(/ w:author="Rita Reviewer" w:date="2026-01-02T03:04:05Z"/g, '')
      .replace(/ xml:space="preserve"/g, '')
      .replace(/<w:t>([^<]*)<\/w:t>/g, '$1')
      .replace(/w:/g, ''),
  };
}

test('a comment is on its exact words, and the parts of a split run keep its properties', async () => {
  const { xml } = await writeBody(p('<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>One two three</w:t></w:r>'), {
    comments: [['two']],
  });
  expect(xml).toBe('');
});
