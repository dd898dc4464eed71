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
  return refuse(
    'binary',
    `${name} is not a text file`,
    'Stet opens .txt and .md files for now. Copy the text and use Paste.',
  );
}
