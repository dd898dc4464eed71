import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A Word file as its author finds it: the parts of the zip by name. */
export class WordParts {
  private constructor(private readonly parts: Record<string, Uint8Array>) {}

  static read(path: string): WordParts {
    return new WordParts(unzipSync(readFileSync(path)));
  }

  get names(): string[] {
    return Object.keys(this.parts);
  }

  /** The bytes of a part in hexadecimal digits, so that a difference is short to print. */
  getBytes(name: string): string | undefined {
    const part = this.parts[name];
    return part && Buffer.from(part).toString('hex');
  }

  /** The text of a part; empty when it is missing. */
  getText(name: string): string {
    const part = this.parts[name];
    return part ? strFromU8(part) : '';
  }

  /** All parts as one text. */
  getAllText(): string {
    return this.names.map((name) => `${name}\n${this.getText(name)}`).join('\n');
  }

  replace(name: string, from: string | RegExp, to: string): void {
    const text = this.getText(name);
    const replaced = text.replace(from, to);
    if (replaced === text) throw new Error(`${name} has nothing like ${from}`);
    this.parts[name] = strToU8(replaced);
  }

  write(path: string): void {
    writeFileSync(path, zipSync(this.parts));
  }
}

interface WordComment {
  id: string;
  author: string;
  /** The text of its paragraphs, one line each. */
  text: string;
  /** The ids of its paragraphs, by which replies name it, whatever the prefix of their namespace. */
  paragraphIds: string[];
  /** The words that it is about, deleted ones included, without inserted ones. */
  words: string;
  /** The text of the comment that it replies to; null when it begins a thread. */
  repliesTo: string | null;
}

const decodeEntities = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) =>
    String({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name]),
  );
const readTexts = (xml: string) =>
  decodeEntities(Array.from(xml.matchAll(/<w:(?:t|delText)\b[^>]*>([^<]*)</g), ([, text]) => text).join(''));
const readAttribute = (xml: string, name: string) =>
  decodeEntities(new RegExp(`\\b${name}="([^"]*)"`).exec(xml)?.[1] ?? '');

/** Reads the comments of a Word file. */
export function readComments(word: WordParts): WordComment[] {
  const document = word.getText('word/document.xml');
  const states = Array.from(
    word.getText('word/commentsExtended.xml').matchAll(/<w15:commentEx\b[^>]*>/g),
    ([xml]) => ({ id: readAttribute(xml, 'paraId'), parent: readAttribute(xml, 'paraIdParent') }),
  );
  const comments = Array.from(
    word.getText('word/comments.xml').matchAll(/(<w:comment\b[^>]*>)(.*?)<\/w:comment>/gs),
    ([, tag = '', content = '']) => {
      const id = readAttribute(tag, 'w:id');
      const range = new RegExp(
        `<w:commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"/>`,
        's',
      ).exec(document);
      return {
        id,
        author: readAttribute(tag, 'w:author'),
        text: content
          .split('</w:p>')
          .map(readTexts)
          .filter((line) => line !== '')
          .join('\n'),
        paragraphIds: Array.from(content.matchAll(/:paraId="([^"]*)"/g), ([, one = '']) => one),
        words: readTexts((range?.[1] ?? '').replace(/<w:ins\b.*?<\/w:ins>/gs, '')),
      };
    },
  );
  return comments.map((comment) => {
    const parent = states.find(({ id }) => comment.paragraphIds.includes(id))?.parent;
    const thread = parent ? comments.find(({ paragraphIds }) => paragraphIds.includes(parent)) : undefined;
    return { ...comment, repliesTo: thread?.text ?? null };
  });
}
