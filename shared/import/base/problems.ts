import type { ImportProblem, ImportResult } from './proposal.ts';

type Refusal = Extract<ImportResult, { ok: false }>;

const pastedContent = 'What was pasted';

const convertAdvice = 'Save it as .docx, .pdf, .html, .md or .txt, or copy the text and use “Paste text”.';

/**
 * Refuses an import with a message for the reviewer: `problem` says what is wrong, `advice` what to do. The functions
 * below do so for each code. Their `name` is the file name, or null for pasted content.
 */
export function refuse(code: ImportProblem['code'], problem: string, advice: string): Refusal {
  return { ok: false, problem: { code, message: `${problem}; nothing was changed. ${advice}` } };
}

/** Refuses a file or pasted content without any words. */
export function refuseEmpty(name: string | null): Refusal {
  return name === null
    ? refuse(
        'empty',
        'There are no words in what was pasted',
        'Copy the article’s text again and paste it here.',
      )
    : refuse('empty', `${name} is empty`, 'Choose the file that holds the article, or paste its text.');
}

/** Refuses a file or pasted content that is longer than an article may be. */
export function refuseTooLarge(name: string | null): Refusal {
  return refuse(
    'tooLarge',
    `${name ?? pastedContent} is longer than the 10 million characters that Stet can check as one article`,
    'Split it into parts and open them one by one.',
  );
}

/** Refuses a text file whose encoding is unknown or broken. `reason` is a clause, such as "it is UTF-8 with broken characters". */
export function refuseUndecodable(name: string, reason: string): Refusal {
  return refuse(
    'undecodable',
    `${name} can’t be read as text: ${reason}`,
    'Save it again as UTF-8 in the program that made it, or copy the text and use “Paste text”.',
  );
}

/** Refuses a file that is expected to be text and is not. */
export function refuseBinary(name: string): Refusal {
  return refuse('binary', `${name} is not a text file`, convertAdvice);
}

/** Refuses a file in a format that Stet does not read. `noun` is what it looks like, such as "a Pages document". */
export function refuseUnsupported(
  name: string | null,
  noun: string,
  code: 'unsupported' | 'binary' = 'unsupported',
): Refusal {
  return refuse(
    code,
    `${name ?? pastedContent} looks like ${noun}`,
    `Stet does not open such files. ${convertAdvice}`,
  );
}

/** Refuses a file in a known format that its reader can’t make sense of. */
export function refuseDamaged(name: string | null): Refusal {
  return refuse(
    'damaged',
    `${name ?? pastedContent} can’t be read: it is damaged or incomplete`,
    'Get it again from where it came, or copy the text and use “Paste text”.',
  );
}

/** Refuses a file whose reading had to be stopped. `reason` continues its name, such as "takes too long to read". */
export function refuseHostile(name: string | null, reason: string): Refusal {
  return refuse(
    'hostile',
    `${name ?? pastedContent} ${reason}`,
    'Save it again in the program that made it, or copy the text and use “Paste text”.',
  );
}
