import type { AppendixBlock, PlanLine } from '#shared/reports/word/word-plan.ts';

const cell = (text: string, href: string | null = null): PlanLine => [{ text, isBold: false, href }];

export const sampleAppendix: AppendixBlock[] = [
  { kind: 'heading', text: 'Claims' },
  {
    kind: 'table',
    rows: [
      [cell('#'), cell('Claim'), cell('Verdict'), cell('Source')],
      [
        cell('1'),
        cell('The pier was moved in 1986.'),
        cell('Disputed'),
        cell('Minutes', 'https://example.org'),
      ],
      [cell('2'), cell('הרציף הועבר'), cell('Verified')],
    ],
  },
  { kind: 'heading', text: 'Sources' },
  { kind: 'paragraph', line: cell('1. Minutes of the harbour board.') },
];
