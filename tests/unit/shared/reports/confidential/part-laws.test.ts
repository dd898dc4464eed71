import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Source } from '#shared/domain/base/source.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import type { ReportFormat } from '#shared/domain/settings/report-options.ts';
import { choose } from '#tests/unit/effort.ts';
import { formatsWithNotes } from '#tests/unit/main/worker/reports/format-traits.ts';
import { editConfidentialSource, makeReportAs } from './confidential-review.ts';

/** Names that are in no list of words and not in the sample article. */
const syllables = fc.constantFrom('zor', 'quin', 'vek', 'plu', 'dro', 'xan', 'mib', 'tuf');
const surname = fc
  .array(syllables, { minLength: 2, maxLength: 4 })
  .map((parts) => parts.join(''))
  .map((name) => name.charAt(0).toUpperCase() + name.slice(1));

/** The fields of a confidential source, and a part of them that somebody may write. */
interface Hidden {
  source?: Partial<Source>;
  file?: string;
  quote?: string;
  part: string;
}

const lookalikes: Record<string, string> = { a: 'а', e: 'е', o: 'ο', i: 'і', x: 'х', p: 'р', c: 'с' };
const disguise = (text: string) => text.replace(/[aeoixpc]/, (letter) => lookalikes[letter] ?? letter);
const group = (digits: string, sizes: readonly number[], separator: string) => {
  const groups: string[] = [];
  for (let at = 0, index = 0; at < digits.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    groups.push(digits.slice(at, at + size));
    at += size;
  }
  return groups.join(separator);
};

const person = fc.tuple(surname, surname, fc.nat(6)).map(([given, family, form]): Hidden => {
  const forms = [
    given,
    family,
    `Ms ${family}`,
    `${given.charAt(0)}. ${family}`,
    `${family}, ${given}`,
    family.toUpperCase(),
    disguise(family),
  ];
  return { source: { kind: 'person', title: `${given} ${family}` }, part: forms[form] ?? family };
});
const organization = fc.tuple(surname, surname, fc.boolean()).map(
  ([first, second, isFirst]): Hidden => ({
    source: { publisher: `${first} ${second} Ltd` },
    part: isFirst ? first : second,
  }),
);
const mail = fc.tuple(surname, surname, fc.boolean()).map(
  ([user, host, isUser]): Hidden => ({
    source: { contact: `${user.toLowerCase()}@${host.toLowerCase()}.example` },
    part: isUser ? user.toLowerCase() : `${host.toLowerCase()}.example`,
  }),
);
const telephone = fc
  .tuple(
    fc.stringMatching(/^[1-9]\d{9,11}$/),
    fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    fc.constantFrom(' ', '-', '/', '.', ' - '),
  )
  .map(
    ([digits, sizes, separator]): Hidden => ({
      source: { contact: `+${digits}` },
      part: group(digits, sizes, separator),
    }),
  );
const file = fc.tuple(surname, surname).map(
  ([first, second]): Hidden => ({
    file: `${first}_${second}.pdf`,
    part: `${first} ${second}`,
  }),
);
const quoted = fc
  .tuple(fc.array(surname, { minLength: 8, maxLength: 12 }), fc.nat(3))
  .map(
    ([words, start]): Hidden => ({ quote: words.join(' '), part: words.slice(start, start + 5).join(' ') }),
  );
const hidden = fc.oneof(person, organization, mail, telephone, file, quoted);

/** The fields of a report that a reviewer writes. */
const fields = ['note', 'correction', 'claimant', 'publicNote', 'standingReason'] as const;

function reportWith(
  { source = {}, file: name, quote }: Hidden,
  field: (typeof fields)[number],
  text: string,
  format: ReportFormat,
) {
  const opened = editConfidentialSource({ title: 'Nobody', kind: 'document', ...source });
  const { review } = opened;
  const sources = [...review.sources.values()];
  const hiddenId = sources.find(({ confidential }) => confidential)?.id;
  const open = sources.find(({ id }) => id !== hiddenId);
  for (const attachment of [...review.attachments.values()])
    if (attachment.sourceId === hiddenId)
      putEntity(review, 'attachments', { ...attachment, name: name ?? 'plain.pdf' });
  let hasQuote = false;
  for (const evidence of [...review.evidence.values()]) {
    if (evidence.sourceId === hiddenId && !hasQuote) {
      putEntity(review, 'evidence', { ...evidence, quote: quote ?? null });
      hasQuote = true;
    }
    if (evidence.sourceId === open?.id && field === 'publicNote')
      putEntity(review, 'evidence', { ...evidence, note: text });
  }
  const [claim] = review.claims.values();
  if (claim && (field === 'note' || field === 'correction' || field === 'claimant'))
    putEntity(review, 'claims', { ...claim, [field]: text });
  if (open && field === 'standingReason')
    putEntity(review, 'sources', { ...open, standing: 'withdrawn', standingReason: text });
  return makeReportAs(opened, format);
}

describe.each(formatsWithNotes)('A report as %s', (format) => {
  test('Any part of what is confidential is found in any field that a reviewer writes', () => {
    fc.assert(
      fc.property(hidden, fc.constantFrom(...fields), (secret, field) => {
        const { found } = reportWith(secret, field, `They say ${secret.part} did it.`, format);
        expect(found.length).toBeGreaterThan(0);
        for (const { message, place } of found) expect(`${message} ${place}`).not.toContain(secret.part);
      }),
      { numRuns: choose(20, 60) },
    );
  });

  test('A text without any part of it is not stopped', () => {
    const words = fc
      .array(
        fc.constantFrom(
          'They',
          'counted',
          'the',
          'boats',
          'again',
          'in',
          'spring',
          'and',
          '1,204',
          'were',
          'left',
        ),
        {
          minLength: 1,
          maxLength: 20,
        },
      )
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(hidden, fc.constantFrom(...fields), words, (secret, field, text) => {
        expect(reportWith(secret, field, text, format).leaks).toEqual([]);
      }),
      { numRuns: choose(15, 40) },
    );
  });
});
