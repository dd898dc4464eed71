import type { ImportProblem, ImportResult } from './proposal';

type Refusal = Extract<ImportResult, { ok: false }>;

const pastedContent = 'What was pasted';

const convertAdvice = 'Save it as .docx, .pdf, .html, .md or .txt, or copy the text and use Paste.';

/**
 * Refuses an import with a message for the reviewer: `problem` says what is wrong, `advice` what to do. The functions
 * below do so for each code. Their `name` is the file name, or null for pasted content.
 */
export function refuse(code: ImportProblem['code'], problem: string, advice: string): Refusal {
  return { ok: false, problem: { code, message: `${problem}; nothing was changed. ${advice}` } };
}

export function refuseEmpty(name: string | null): Refusal {
  return name === null
    ? refuse(
        'empty',
        'There are no words in what was pasted',
        'Copy the article’s text again and paste it here.',
      )
    : refuse('empty', `${name} is empty`, 'Choose the file that holds the article, or paste its text.');
}

export function refuseTooLarge(name: string | null): Refusal {
  return refuse(
    'tooLarge',
    `${name ?? pastedContent} is longer than the 10 million characters that Stet can check as one article`,
    'Split it into parts and open them one by one.',
  );
}

export function refuseUndecodable(name: string, reason: string): Refusal {
  return refuse(
    'undecodable',
    `${name} can’t be read as text: ${reason}`,
    'Save it again as UTF-8 in the program that made it, or copy the text and use Paste.',
  );
}

export function refuseBinary(name: string): Refusal {
  return refuse('binary', `${name} is not a text file`, convertAdvice);
}

/** `noun` is what the file looks like, such as "a Pages document". */
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

export function refuseDamaged(name: string | null): Refusal {
  return refuse(
    'damaged',
    `${name ?? pastedContent} can’t be read: it is damaged or incomplete`,
    'Get it again from where it came, or copy the text and use Paste.',
  );
}

/** Refuses a file whose reading had to be stopped. `reason` continues its name, such as "takes too long to read". */
export function refuseHostile(name: string | null, reason: string): Refusal {
  return refuse(
    'hostile',
    `${name ?? pastedContent} ${reason}`,
    'Save it anew in the program that made it, or copy the text and use Paste.',
  );
}
