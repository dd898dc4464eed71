import { describe, expect, test } from 'vitest';
import type { Source } from '#shared/domain/base/source.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import type { LeakLevel } from '#shared/reports/base/leak.ts';
import { formatsWithNotes } from '#tests/unit/main/worker/reports/format-traits.ts';
import { editConfidentialSource, makeReportAs, type Opened } from '../confidential-review.ts';

interface Confidential {
  source?: Partial<Source>;
  file?: string;
  quote?: string;
  note?: string;
}

/** Opens the sample with these facts of its confidential source, and with a note on its first claim. */
function openWithNote({ source = {}, file, quote, note }: Confidential, claimNote: string): Opened {
  const opened = editConfidentialSource({ kind: 'person', title: 'Zanzibar Quillfeather', ...source });
  const { review } = opened;
  const hidden = [...review.sources.values()].find(({ confidential }) => confidential);
  for (const attachment of [...review.attachments.values()])
    if (attachment.sourceId === hidden?.id)
      putEntity(review, 'attachments', { ...attachment, name: file ?? 'plain.pdf' });
  const [evidence] = [...review.evidence.values()].filter(({ sourceId }) => sourceId === hidden?.id);
  if (evidence) putEntity(review, 'evidence', { ...evidence, quote: quote ?? null, note: note ?? null });
  const [first] = review.claims.values();
  if (first) putEntity(review, 'claims', { ...first, note: claimNote });
  return opened;
}

const quote = 'The clerk carried eleven boxes of invoices down to the river before dawn.';

const certain: [what: string, facts: Confidential, note: string][] = [
  ['the surname alone', {}, 'So says Quillfeather.'],
  ['the surname in the plural', {}, 'The Quillfeathers say so.'],
  ['the surname with a title', {}, 'Ms Quillfeather says so.'],
  ['the surname with an initial', {}, 'Z. Quillfeather says so.'],
  ['the given name alone', {}, 'Zanzibar says so.'],
  ['a name in small letters', {}, 'quillfeather says so'],
  ['a lookalike in Cyrillic', {}, 'So says Quіllfеаther.'],
  ['a lookalike in Greek', {}, 'So says Quillfeαther.'],
  ['a lookalike in Cyrillic capitals', { source: { title: 'Tom Hackett-Boer' } }, 'НАСКЕТТ says so'],
  ['a lookalike with digits', {}, 'So says Qui11feather.'],
  ['a Cyrillic name in Latin letters', { source: { title: 'Хасан Сорокер' } }, 'So says Copoкep.'],
  ['a name without its accents', { source: { title: 'Zdzisław Wójtowiczski' } }, 'So says Zdzislaw.'],
  ['a name that is a common word, with a title', { source: { title: 'Tom Baker' } }, 'Mr Baker says so.'],
  ['a name that is a common word, with an initial', { source: { title: 'Tom Baker' } }, 'T. Baker says so.'],
  ['first and last of three names', { source: { title: 'Tom Ray Baker' } }, 'Tom Baker says so.'],
  ['half of a double name', { source: { title: 'Ann Lüders-Quorn' } }, 'Lüders says so.'],
  ['an Arabic name behind “and”', { source: { title: 'نادين الحداد' } }, 'قالت ونادين إن السد صمد.'],
  ['an Arabic surname behind an article', { source: { title: 'نادين حداد' } }, 'بحسب الحداد صمد السد.'],
  ['a Hebrew name behind “to”', { source: { title: 'אביגיל שטרן' } }, 'מסרה לאביגיל את הדוח.'],
  ['a part of the author', { source: { author: 'Wren Ibbotson; Ada Vostokov' } }, 'Vostokov wrote it.'],
  ['a part of the publisher', { source: { publisher: 'Umbrageous Holdings' } }, 'Umbrageous pays.'],
  ['the user of a mail address', { source: { contact: 'zqfeather@gmail.com' } }, 'Mail zqfeather.'],
  ['a name in a mail address', { source: { contact: 'z.quorndale@gmail.com' } }, 'Ask Quorndale.'],
  [
    'the host of a mail address',
    { source: { contact: 'z@umbrageous.example' } },
    'A mail from umbrageous.example.',
  ],
  ['the host without its ending', { source: { contact: 'z@umbrageous.example' } }, 'Umbrageous knows.'],
  [
    'the host of an address',
    { source: { url: 'https://files.umbrageous.example/a' } },
    'See umbrageous.example.',
  ],
  ['a handle', { source: { contact: 'Signal @zqfeather' } }, 'On Signal as zqfeather.'],
  ['a name within a contact', { source: { contact: 'ask for Ada Vostokov' } }, 'Vostokov will call.'],
  ['a telephone in other groups', { source: { contact: '+43 660 5551234' } }, 'Call 0660 55-51-234.'],
  ['a telephone in other digits', { source: { contact: '+43 660 5551234' } }, 'Call ٠٦٦٠ ٥٥٥١٢٣٤.'],
  ['a file without its extension', { file: 'umbrageous-ledger.pdf' }, 'See umbrageous ledger.'],
  ['five words of a quotation', { quote }, 'He saw “carried eleven boxes of invoices”.'],
  ['five words of a note on evidence', { note: quote }, 'He saw: carried eleven boxes of invoices.'],
];

const possible: [what: string, facts: Confidential, note: string][] = [
  ['a common word as a surname', { source: { title: 'Tom Baker' } }, 'Asked the baker again.'],
  ['a frequent word as a surname', { source: { title: 'Theresa Will' } }, 'Will confirmed it.'],
  ['a short Hebrew name behind “and”', { source: { title: 'דוד כהן' } }, 'אמרו גם וכהן.'],
  ['a short name', { source: { title: 'Ann Vo' } }, 'Vo confirmed it.'],
  ['a word of an office', { source: { publisher: 'Ministry of Umbrage' } }, 'The Ministry confirmed it.'],
  [
    'a name of an office in small letters',
    { source: { publisher: 'Umbrageous Works' } },
    'An umbrageous day.',
  ],
  ['a common file name', { file: 'harvest.pdf' }, 'See the harvest.'],
  ['the host of many mailboxes', { source: { contact: 'z.q@gmail.com' } }, 'From gmail.com.'],
  ['four words of a quotation', { quote }, 'He saw “carried eleven boxes of” paper.'],
  [
    'five frequent words',
    { quote: 'He said that it was not the ledger that he had' },
    'so that it was not the boat',
  ],
  ['half of a name without spaces', { source: { title: '田中太郎' } }, '太郎さんが'],
];

const harmless: [what: string, facts: Confidential, note: string][] = [
  ['nothing of it', {}, 'Two people say so: a feather, a quill.'],
  ['a frequent word in small letters', { source: { title: 'Theresa May' } }, 'It may be so.'],
  ['a particle', { source: { title: 'Anna von der Quornau' } }, 'Der Bericht von der Behörde.'],
  ['a part that the article prints', { source: { title: 'Edda Morhaven' } }, 'Morhaven says so.'],
  ['a mailbox of an office', { source: { contact: 'info@umbrageous.example' } }, 'For your info.'],
  ['a longer word', { source: { title: 'Ada Vost' } }, 'In Vostok.'],
  ['three words of a quotation', { quote }, 'He saw eleven boxes of paper.'],
];

describe.each(formatsWithNotes)('A report as %s', (format) => {
  const findLevels = (facts: Confidential, note: string): LeakLevel[] => [
    ...new Set(makeReportAs(openWithNote(facts, note), format).found.map(({ level }) => level)),
  ];

  test.each(certain)('%s is certainly a leak', (_, facts, note) => {
    expect(findLevels(facts, note)).toContain('certain');
  });

  test.each(possible)('%s may be a leak', (_, facts, note) => {
    expect(findLevels(facts, note)).toEqual(['possible']);
  });

  test.each(harmless)('%s is no leak', (_, facts, note) => {
    expect(findLevels(facts, note)).toEqual([]);
  });
});
