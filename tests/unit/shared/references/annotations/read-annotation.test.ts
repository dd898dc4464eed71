import { describe, expect, test } from 'vitest';
import { readAnnotation } from '#shared/references/annotations/read-annotation.ts';

/** Reads an annotation, and leaves out the fields that are empty. */
function read(text: string): Record<string, unknown>[] {
  return readAnnotation(text).map(({ source, locator, quote }) => ({
    ...(source && Object.fromEntries(Object.entries(source).filter(([, value]) => value))),
    ...(locator !== null && { locator }),
    ...(quote !== null && { quote }),
  }));
}

describe('an annotation names', () => {
  test.each<[string, string, Record<string, unknown>[]]>([
    [
      'a link with a page',
      'see https://www.example.org/news/council-approves-tram-line.html, p. 12',
      [
        {
          kind: 'webPage',
          title: 'Council approves tram line',
          publisher: 'example.org',
          url: 'https://www.example.org/news/council-approves-tram-line.html',
          locator: 'p. 12',
        },
      ],
    ],
    [
      'a bare address with its title in front, and a file',
      'Council budget 2019: www.council.example/budget pp. 12–14; report.pdf, S. 3',
      [
        {
          kind: 'webPage',
          title: 'Council budget 2019',
          publisher: 'council.example',
          url: 'https://www.council.example/budget',
          locator: 'pp. 12–14',
        },
        { kind: 'document', title: 'report.pdf', locator: 'S. 3' },
      ],
    ],
    [
      'a DOI with a quotation',
      'doi:10.1000/182 “the total outturn was 411.8 million”',
      [{ kind: 'document', url: 'doi:10.1000/182', quote: 'the total outturn was 411.8 million' }],
    ],
    [
      'a written reference',
      'Doe, J. (2020, March 3). The tram. Tram Press. https://doi.org/10.1000/182',
      [
        {
          kind: 'document',
          title: 'The tram',
          author: 'Doe, J.',
          publisher: 'Tram Press',
          publishedAt: '2020-03-03',
          url: 'doi:10.1000/182',
        },
      ],
    ],
    [
      'a person, who is confidential',
      'Jane Doe, 020 7946 0958, jane@example.org',
      [{ kind: 'person', title: 'Jane Doe', contact: '020 7946 0958, jane@example.org', confidential: true }],
    ],
    [
      'two persons',
      'Interviewed Jane Doe (+44 20 7946 0958) and John Roe (john@roe.example)',
      [
        { kind: 'person', title: 'Jane Doe', contact: '+44 20 7946 0958', confidential: true },
        { kind: 'person', title: 'John Roe', contact: 'john@roe.example', confidential: true },
      ],
    ],
    [
      'a person behind a profession',
      'Source: engineer Per Dahl, tel. 070-123 45 67, wants no name',
      [{ kind: 'person', title: 'Per Dahl', contact: '070-123 45 67', confidential: true }],
    ],
    [
      'a person by a role',
      'Interview with the mayor, 14 Nov 2026, private phone +45 98 44 11 22, mayor.private@example.dk - off the record',
      [
        {
          kind: 'person',
          title: 'The mayor',
          contact: '+45 98 44 11 22, mayor.private@example.dk',
          accessedAt: '2026-11-14',
          confidential: true,
        },
      ],
    ],
    [
      'a person by a role, with a date without a year',
      'Interview with the mayor, 14 Nov, private phone +45 98 44 11 22',
      [{ kind: 'person', title: 'The mayor', contact: '+45 98 44 11 22', confidential: true }],
    ],
    [
      'a person by a given name',
      'Port pilot handbook. Call Anna on +45 20 12 34 56 before 5pm.',
      [{ kind: 'person', title: 'Anna', contact: '+45 20 12 34 56', confidential: true }],
    ],
    [
      'a person without a name',
      'somebody at +45 20 12 34 56',
      [{ kind: 'person', contact: '+45 20 12 34 56', confidential: true }],
    ],
    ['nobody by the contact of the one who writes', '@Mira: where from? call me 0171-222333 /Ed', []],
    [
      'a page with the day when it was read',
      'Statistics Denmark, table SKIB74, https://www.dst.example/skib74, read 12 November 2026.',
      [
        {
          kind: 'webPage',
          title: 'Statistics Denmark, table SKIB74',
          publisher: 'dst.example',
          accessedAt: '2026-11-12',
          url: 'https://www.dst.example/skib74',
        },
      ],
    ],
    [
      'a written reference among other words',
      'See Smith, J. (2019). Mills of the North. Oxford: OUP, p. 44. “he fled by night”. btw the owner’s grandson is ill with cancer',
      [
        {
          kind: 'document',
          title: 'Mills of the North',
          author: 'Smith, J.',
          publisher: 'Oxford: OUP',
          publishedAt: '2019',
          locator: 'p. 44',
          quote: 'he fled by night',
        },
      ],
    ],
    [
      'a publisher without the words behind it',
      'vgl. Müller, H. (2018). Die Mühle am Fluss. Berlin: de Gruyter told me so',
      [
        {
          kind: 'document',
          title: 'Die Mühle am Fluss',
          author: 'Müller, H.',
          publishedAt: '2018',
          publisher: 'Berlin: de Gruyter',
        },
      ],
    ],
    ['a page and nothing else', 'p. 12', [{ locator: 'p. 12' }]],
    ['a paragraph', 'para 3', [{ locator: 'para 3' }]],
    [
      'a section of a title',
      'Tram Act, § 4 (2)',
      [{ kind: 'document', title: 'Tram Act', locator: '§ 4 (2)' }],
    ],
    ['a minute', 'Interview tape, 12:30', [{ kind: 'document', title: 'Interview tape', locator: '12:30' }]],
    ['an hour', 'at 1:02:33', [{ locator: '1:02:33' }]],
    [
      'a table of data',
      'budget_2019.xlsx, table 3',
      [{ kind: 'dataset', title: 'budget_2019.xlsx', locator: 'table 3' }],
    ],
    [
      'a file with spaces in its name',
      'See “Annual report 2019.pdf”, page 4',
      [{ kind: 'document', title: 'Annual report 2019.pdf', locator: 'page 4' }],
    ],
    [
      'a page on the next line, which continues the line before',
      'report.pdf\np. 4',
      [{ kind: 'document', title: 'report.pdf', locator: 'p. 4' }],
    ],
    [
      'two links, of which the second has a page',
      'https://a.example/1 and https://b.example/2 p. 3',
      [
        { kind: 'webPage', publisher: 'a.example', url: 'https://a.example/1' },
        { kind: 'webPage', publisher: 'b.example', url: 'https://b.example/2', locator: 'p. 3' },
      ],
    ],
    [
      'a number in a series',
      'Council paper No. 12, p. 3',
      [{ kind: 'document', title: 'Council paper', locator: 'No. 12; p. 3' }],
    ],
    ['nothing in a sentence that begins with a number', 'No. 10 sources confirmed', []],
    ['nothing in one behind a name', 'Ben: No. 10 sources confirmed', []],
    ['nothing', 'Can we cut this?', []],
    ['nothing at a time of day', 'We met at 12:30 pm on 3 May', []],
    ['nothing in dates and figures', 'From 2018-2019, 12/03/2019, 1 200 000 people, 1.200.000', []],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
