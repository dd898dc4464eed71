import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Platform } from '../../../../../../main/core/platform';
import { defaultReportChoices } from '../../../../../../shared/domain/report-options';
import { openConfidential } from './open-confidential';

const printed = async () => new TextEncoder().encode('%PDF-1.4');

describe('what is confidential', () => {
  test('stops a printed file whose pages contain it all the same', async () => {
    const { callFailing, folder, as } = await openConfidential('Two people say so.', {
      printPdf: printed,
      readDocument: async () => ({
        ...{ state: 'read', paged: true },
        ...{ pages: ['Nothing here.', 'So says Wilhelmina\nOxbridge.'], beside: [] },
      }),
    });
    const failure = await callFailing('report.export', as('pdf'));
    expect(failure).toMatchObject({ code: 'confidential', message: expect.stringMatching(/page 2/) });
    expect(await readdir(folder)).toEqual(['library']);
  });

  test.each([
    [100, 15_000],
    [5_000_000, 15_000],
    [30_000_000, 40_000],
  ])('is searched for in a printed file of %d bytes for up to %d milliseconds', async (bytes, most) => {
    const given: (number | undefined)[] = [];
    const { call, as } = await openConfidential('Two people say so.', {
      printPdf: async () => new Uint8Array(bytes),
      readDocument: async (_file, _signal, patience) => {
        given.push(patience);
        return { state: 'read', paged: true, pages: ['Nothing here.'], beside: [] };
      },
    });
    expect(await call('report.export', as('pdf'))).not.toBeNull();
    expect(given).toEqual([most]);
  });

  describe('the reading of a printed file is prepared before the print', () => {
    const openWatched = async (printPdf: Platform['printPdf']) => {
      const steps: string[] = [];
      const stet = await openConfidential('Two people say so.', {
        prepareReader() {
          steps.push('prepare');
          return () => void steps.push('end');
        },
        printPdf(...print) {
          steps.push('print');
          return printPdf(...print);
        },
        readDocument: async () => {
          steps.push('read');
          return { state: 'read', paged: true, pages: ['Nothing here.'], beside: [] };
        },
      });
      return { ...stet, steps };
    };

    test('and ended after it', async () => {
      const { call, as, steps } = await openWatched(printed);
      expect(await call('report.export', as('pdf'))).not.toBeNull();
      expect(steps).toEqual(['prepare', 'print', 'read', 'end']);
    });

    test('and ended when printing fails', async () => {
      const { callFailing, as, steps } = await openWatched(() => Promise.reject(new Error('no printer')));
      await callFailing('report.export', as('pdf'));
      expect(steps).toEqual(['prepare', 'print', 'end']);
    });
  });

  test('stops a printed file that could not be searched', async () => {
    const { callFailing, folder, as } = await openConfidential('Two people say so.', {
      printPdf: printed,
      readDocument: async () => ({ state: 'unreadable', why: 'It is broken.' }),
    });
    expect(await callFailing('report.export', as('pdf'))).toMatchObject({ code: 'confidential' });
    expect(await readdir(folder)).toEqual(['library']);
  });

  test('stops a printed file whose search failed, and says so', async () => {
    const { callFailing, folder, as } = await openConfidential('Two people say so.', {
      printPdf: printed,
      readDocument: () => Promise.reject(new Error('the page is gone')),
    });
    const failure = await callFailing('report.export', as('pdf'));
    expect(failure).toMatchObject({
      code: 'confidential',
      message: expect.stringMatching(/not saved: it could not be searched/),
    });
    expect(await readdir(folder)).toEqual(['library']);
  });

  describe('on paper', () => {
    const pdf = async () => new TextEncoder().encode('%PDF-');
    const read = (page: string) => async () =>
      ({ state: 'read', paged: true, pages: [page], beside: [] }) satisfies Awaited<
        ReturnType<Platform['readDocument']>
      >;

    test('is left out of what is printed, with the choices of the last report', async () => {
      const printed: [html: string, paper: string][] = [];
      const { call, articleId, folder } = await openConfidential('Two people say so.', {
        printPdf: pdf,
        readDocument: read('Nothing to see'),
        printOnPaper: async (html, paper) => printed.push([html, paper]) > 0,
      });
      const report = {
        format: 'json',
        options: { ...defaultReportChoices.options, notes: false, paper: 'letter' },
      } as const;
      await call('settings.change', { report });
      expect(await call('report.print', { taskId: 'print', articleId, confirmed: [] })).toEqual({
        printed: true,
      });
      const [[html = '', paper] = []] = printed;
      expect(paper).toBe('letter');
      expect(html).toContain('The mill closed in 1974');
      expect(html).toMatch(/confidential source/i);
      expect(html).not.toMatch(/Oxbridge|old bridge|ledgers|Two people/);
      expect(await readdir(folder)).toEqual(['library']);
    });

    test.each([
      ['a note gives it away', 'So says Wilhelmina Oxbridge.', read('Nothing'), /claim 1/],
      ['the pages would tell it', 'Two people.', read('Wilhelmina Oxbridge'), /page 1/],
      [
        'the pages can’t be searched',
        'Two people.',
        async () => ({ state: 'unreadable', why: 'It is broken.' }) as const,
        /could not be searched/,
      ],
    ])('is not printed when %s', async (_, note, readDocument, words) => {
      let printed = 0;
      const { callFailing, articleId } = await openConfidential(note, {
        printPdf: pdf,
        readDocument,
        printOnPaper: async () => ++printed > 0,
      });
      const { code, message } = await callFailing('report.print', {
        taskId: 'print',
        articleId,
        confirmed: [],
      });
      expect(code).toBe('confidential');
      expect(message).toMatch(/^The report was not printed/);
      expect(message).toMatch(words);
      expect(message).not.toContain('Oxbridge');
      expect(printed).toBe(0);
    });
  });
});
