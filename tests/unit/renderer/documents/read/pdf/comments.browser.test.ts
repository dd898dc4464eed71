import { describe, expect, test } from 'vitest';
import { makePdf } from '../make-pdf.ts';
import { content, readPdf } from './reading.ts';

const text = content([
  [50, 700, 'The ferry was built in 1986 and carried 38 million people.'],
  [50, 688, 'It will be replaced next year by a ship that nobody has seen.'],
]);
const author = "/T (Ada Fields) /CreationDate (D:20240301101112+01'00')";

/** Reads a page with these annotations, numbered from 11 on, and returns its claims and its other comments. */
async function readComments(annotations: string[], pageText = text) {
  const references = annotations.map((_, index) => `${11 + index} 0 R`).join(' ');
  const more = annotations.map((annotation) => `<< /Type /Annot ${annotation} >>`);
  const imported = await readPdf(makePdf({ pages: [], contents: [pageText], more, annotations: references }));
  if (!imported.ok) throw new Error(imported.problem.message);
  const { proposal, notices } = imported;
  return {
    claims: proposal.claims.map(({ span, annotation, note }) => ({
      words: proposal.text.slice(span.start, span.end),
      annotation,
      note,
    })),
    others: proposal.annotationsWithoutWords,
    notices,
  };
}

/** A rectangle of a line of text in 10 points, and the same as the corners of marked text. */
const area = (left: number, right: number, baseline = 700) =>
  `/Rect [${left} ${baseline - 3} ${right} ${baseline + 9}] /QuadPoints [${left} ${baseline + 9} ${right} ${baseline + 9} ${left} ${baseline - 3} ${right} ${baseline - 3}]`;

describe('a reviewer’s comments become claims', () => {
  test.each(['Highlight', 'Underline', 'Squiggly', 'StrikeOut'])(
    '%s marks the words of its claim',
    async (subtype) => {
      const { claims, others, notices } = await readComments([
        `/Subtype /${subtype} ${area(119, 175)} /Contents (Check the year.) ${author}`,
      ]);
      const comment = { by: 'Ada Fields', at: '2024-03-01T09:11:12.000Z', text: 'Check the year.' };
      expect(claims).toEqual([
        {
          words: 'built in 1986',
          annotation: { comments: [comment], isResolved: false },
          note: 'Ada Fields: Check the year.',
        },
      ]);
      expect(others).toEqual([]);
      expect(notices).toEqual([]);
    },
  );

  test('the day that LibreOffice writes behind a name is no part of it', async () => {
    const { claims } = await readComments([
      `/Subtype /Highlight ${area(119, 175)} /Contents (Check the year.) /T (Ada Fields, 03/01/26, )`,
    ]);
    expect(claims[0]?.annotation?.comments[0]?.by).toBe('Ada Fields');
  });

  test('a mark over two lines is one claim', async () => {
    const quads = [area(215, 400), area(40, 100, 688)].join(' ').match(/(?<=QuadPoints \[)[^\]]+/g);
    const { claims } = await readComments([
      `/Subtype /Highlight /Rect [40 685 400 709] /QuadPoints [${quads?.join(' ')}]`,
    ]);
    expect(claims.map(({ words }) => words)).toEqual(['38 million people. It will be']);
  });

  test('replies follow their comment by date, and its last state says whether it is resolved', async () => {
    const { claims } = await readComments([
      `/Subtype /Text /Rect [0 0 9 9] /IRT 13 0 R /Contents (Done.) /T (Bo) /CreationDate (D:20240303)`,
      `/Subtype /Text /Rect [0 0 9 9] /IRT 13 0 R /Contents (I will.) /T (Cy) /CreationDate (D:20240302)`,
      `/Subtype /Highlight ${area(119, 175)} /Contents (Check it.) ${author}`,
      `/Subtype /Text /Rect [0 0 9 9] /F 30 /IRT 13 0 R /StateModel (Review) /State (Completed) /CreationDate (D:20240304)`,
    ]);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({
      words: 'built in 1986',
      note: 'Ada Fields: Check it. (resolved)\nCy: I will.\nBo: Done.',
    });
  });

  test('a replacement of words is one claim on the words that are struck out', async () => {
    const { claims, others } = await readComments([
      `/Subtype /Caret /Rect [172 697 178 703] /Contents (in 1987) ${author}`,
      `/Subtype /StrikeOut ${area(141, 175)} /IRT 11 0 R /RT /Group ${author}`,
    ]);
    expect(claims.map(({ words, note }) => [words, note])).toEqual([['in 1986', 'Ada Fields: in 1987']]);
    expect(others).toEqual([]);
  });

  test('a caret and a note are about the word that they stand at', async () => {
    const { claims } = await readComments([
      `/Subtype /Caret /Rect [70 680 76 690] /Contents (soon) ${author}`,
      `/Subtype /Text /Rect [150 694 170 714] /Contents (Really?) ${author}`,
    ]);
    expect(claims.map(({ words }) => words)).toEqual(['1986', 'will']);
  });

  test('comments on no words are kept beside the draft', async () => {
    const { claims, others, notices } = await readComments([
      `/Subtype /Text /Rect [500 300 520 320] /Contents (Who pays for it?) ${author}`,
      `/Subtype /FreeText /Rect [400 100 550 200] /Contents (Add a picture.) /DA (/F 9 Tf) ${author}`,
      '/Subtype /Square /Rect [400 100 550 200]',
    ]);
    expect(claims).toEqual([]);
    expect(others.map(({ comments }) => comments[0]?.text)).toEqual(['Who pays for it?', 'Add a picture.']);
    expect(notices).toEqual([]);
  });

  test('a comment on a word that is split at the end of a line is on the whole word', async () => {
    const { claims } = await readComments(
      [`/Subtype /Highlight ${area(118, 165)} /Contents (Where?)`],
      content([
        [50, 700, 'A report on the transpor-'],
        [50, 688, 'tation of people by sea.'],
      ]),
    );
    expect(claims.map(({ words }) => words)).toEqual(['transportation']);
  });
});
