import type { Imported, ImportProblem } from './proposal';

type Refused = Extract<Imported, { ok: false }>;

/**
 * Why nothing was opened, in sentences to show: what is wrong, that nothing was changed, what to do. `name` is the file's
 * name, or null for a paste.
 */
export function refuse(code: ImportProblem['code'], what: string, todo: string): Refused {
  return { ok: false, problem: { code, message: `${what}; nothing was changed. ${todo}` } };
}

export function refuseEmpty(name: string | null): Refused {
  return name === null
    ? refuse(
        'empty',
        'There are no words in what was pasted',
        'Copy the article’s text again and paste it here.',
      )
    : refuse('empty', `${name} is empty`, 'Choose the file that holds the article, or paste its text.');
}

export function refuseTooLarge(name: string | null): Refused {
  const what = name ?? 'What was pasted';
  return refuse(
    'tooLarge',
    `${what} is longer than the 10 million characters that Stet can check as one article`,
    'Split it into parts and open them one by one.',
  );
}

export function refuseUndecodable(name: string, why: string): Refused {
  return refuse(
    'undecodable',
    `${name} can’t be read as text: ${why}`,
    'Save it again as UTF-8 in the program that made it, or copy the text and use Paste.',
  );
}

export function refuseBinary(name: string): Refused {
  return refuse('binary', `${name} is not a text file`, opened);
}

/** What to do with a file that can't be opened as it is. */
const opened = 'Save it as .docx, .pdf, .html, .md or .txt, or copy the text and use Paste.';

/** `noun` says what the file is, as "a Pages document". */
export function refuseUnsupported(
  name: string | null,
  noun: string,
  code: 'unsupported' | 'binary' = 'unsupported',
): Refused {
  return refuse(
    code,
    `${name ?? 'What was pasted'} looks like ${noun}`,
    `Stet does not open such files. ${opened}`,
  );
}

export function refuseDamaged(name: string | null): Refused {
  return refuse(
    'damaged',
    `${name ?? 'What was pasted'} can’t be read: it is damaged or incomplete`,
    'Get it again from where it came, or copy the text and use Paste.',
  );
}

/** What reads files had to be ended. `why` is what the file does, as "takes too long to read". */
export function refuseUnread(name: string | null, why: string): Refused {
  return refuse(
    'hostile',
    `${name ?? 'What was pasted'} ${why}`,
    'Save it anew in the program that made it, or copy the text and use Paste.',
  );
}
