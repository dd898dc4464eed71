import { describe, expect, test } from 'vitest';
import { formatPlayingTime } from '#shared/text/format/numbers.ts';
import { readDraftOf, readProblemOf, readTextOf } from '../reading.ts';

const srt = `1
00:00:01,000 --> 00:00:03,000
<i>The ferry carried</i>
1.2 million people

2
00:00:03,000 --> 00:00:05,500
in 2025. {\\an8}It was built

3
00:00:05,500 --> 00:00:07,000
in 1986.

4
01:02:12,000 --> 01:02:14,000
- Nobody asked why.
`;

const timesOf = async (content: string, name: string) => {
  const { proposal } = await readDraftOf(content, name);
  return proposal.blocks.map(({ start, end, startsAtMs }) => [
    formatPlayingTime(startsAtMs ?? -1),
    proposal.text.slice(start, end),
  ]);
};

describe('subtitles', () => {
  test('cues are joined to sentences, and a pause begins a paragraph, each with its time', async () => {
    expect(await timesOf(srt, 'ferry.srt')).toEqual([
      ['0:01', 'The ferry carried 1.2 million people in 2025. It was built in 1986.'],
      ['1:02:12', '- Nobody asked why.'],
    ]);
  });

  test('WebVTT has voices, which are kept, and styles, notes and entities, which are no text', async () => {
    const vtt = `WEBVTT - The ferry

STYLE
::cue { color: red }

NOTE checked by the desk

intro
00:01.000 --> 00:03.000 line:0
<v Ana Ruiz>Who counted <c.loud>them</c>?
<v Bo Lind>Tom &amp; Jerry.

00:12.500 --> 00:14.000
<v Bo Lind>I <00:13.000>mean it.
`;
    expect(await timesOf(vtt, 'ferry.vtt')).toEqual([
      ['0:01', 'Ana Ruiz: Who counted them?'],
      ['0:01', 'Bo Lind: Tom & Jerry.'],
      ['0:12', 'I mean it.'],
    ]);
  });

  test('a paragraph ends with a sentence after some lines, so that times stay near', async () => {
    const cues = Array.from({ length: 20 }, (_, index) => {
      const time = (seconds: number) => `00:00:${String(seconds).padStart(2, '0')},000`;
      return `${index + 1}\n${time(index * 2)} --> ${time(index * 2 + 2)}\nThis is sentence number ${index + 1} of them.\n`;
    });
    const times = await timesOf(cues.join('\n'), 'long.srt');
    expect(times.length).toBeGreaterThan(2);
    expect(
      times
        .map(([, text]) => text)
        .join(' ')
        .match(/sentence/g),
    ).toHaveLength(20);
  });

  test('blank lines in a cue, or none behind it, lose and add no words', async () => {
    const cues = [
      ...['1', '00:00:01,000 --> 00:00:02,000', 'First', '', 'part.'],
      ...['2', '00:00:02,000 --> 00:00:03,000', 'In', '1986', '3', '00:00:03 --> 00:00:04', 'it sank.'],
    ];
    expect(await timesOf(cues.join('\n'), 'a.srt')).toEqual([['0:01', 'First part. In 1986 it sank.']]);
  });

  test('captions that roll up give each line once, and say so', async () => {
    const vtt = `WEBVTT

00:00.000 --> 00:02.000
 
the<00:01.000><c> ferry</c>

00:02.000 --> 00:02.010
the ferry
 

00:02.010 --> 00:04.000
the ferry
carried<00:03.000><c> people</c>

00:04.000 --> 00:04.010
carried people
 

00:04.010 --> 00:06.000
carried people
and goods
`;
    const { blocks, notices } = await readDraftOf(vtt, 'a.vtt');
    expect(blocks).toEqual(['paragraph: the ferry carried people and goods']);
    expect(notices).toEqual({ repeatedLinesLeftOut: 4 });
  });

  test('words that are said twice are kept twice', async () => {
    const cues = [
      ...['1', '00:00:01,000 --> 00:00:02,000', 'No.', ''],
      ...['2', '00:00:02,000 --> 00:00:03,000', 'No.', ''],
      ...['3', '00:00:03,000 --> 00:00:04,000', 'No.', 'Never.', ''],
      ...['4', '00:00:04,000 --> 00:00:05,000', 'I said so.', ''],
    ];
    expect(await timesOf(cues.join('\n'), 'a.srt')).toEqual([['0:01', 'No. No. No. Never. I said so.']]);
  });

  test('two people who speak in one cue have a paragraph each', async () => {
    const cues = [
      ...['1', '00:00:01,000 --> 00:00:02,000', '- Did it sink?', '- No, it was', 'sold.', ''],
      ...['2', '00:00:02,000 --> 00:00:03,000', '-Sure?', '-Yes.', ''],
      ...['3', '00:00:03,000 --> 00:00:04,000', 'The town', '– which paid –', 'knew.', ''],
      ...['4', '00:00:04,000 --> 00:00:05,000', 'Who said so?', '- The ledger.', ''],
    ];
    expect(await timesOf(cues.join('\n'), 'a.srt')).toEqual([
      ...[
        ['0:01', '- Did it sink?'],
        ['0:01', '- No, it was sold.'],
      ],
      ...[
        ['0:02', '-Sure?'],
        ['0:02', '-Yes. The town – which paid – knew. Who said so?'],
      ],
      ['0:04', '- The ledger.'],
    ]);
  });

  test('two voices on one line keep their words apart', async () => {
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ana Ruiz>Who?</v> <v Bo Lind>Me,\nand Tom.\n';
    expect(await timesOf(vtt, 'a.vtt')).toEqual([
      ['0:01', 'Ana Ruiz: Who?'],
      ['0:01', 'Bo Lind: Me, and Tom.'],
    ]);
  });

  test('comments of WebVTT are counted', async () => {
    const vtt = 'WEBVTT\n\nNOTE checked\n\n00:01.000 --> 00:03.000\nIt sank.\n\nNOTE\nby the desk\n';
    expect(await readDraftOf(vtt, 'a.vtt')).toMatchObject({
      blocks: ['paragraph: It sank.'],
      notices: { hiddenLeftOut: 2 },
    });
  });

  test('numbers alone, or words that look like markup, stay text', async () => {
    expect(await timesOf('1\n00:00:01,000 --> 00:00:02,000\n1986\nif 3 < 5\n', 'a.srt')).toEqual([
      ['0:01', '1986 if 3 < 5'],
    ]);
  });

  test('a file without a cue is damaged, one without words empty', async () => {
    expect(await readProblemOf('1\nnothing here\n', 'a.srt')).toMatchObject({ code: 'damaged' });
    expect(await readProblemOf('1\n00:00:01,000 --> 00:00:02,000\n\n', 'a.srt')).toMatchObject({
      code: 'empty',
    });
  });

  test('it is searched for quotes across cues', async () => {
    expect(await readTextOf(srt, 'a.srt')).toMatchObject({
      pages: [expect.stringContaining('1.2 million people in 2025. It was built in 1986.')],
    });
  });
});
