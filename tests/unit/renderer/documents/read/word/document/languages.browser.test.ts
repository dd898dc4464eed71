import { expect, test } from 'vitest';
import { readWordDraft } from '#renderer/documents/read/word/word.ts';
import { fileOf, makeDocx, p, r } from '../make-docx.ts';

const arabic = 'ارتفعت الواردات إلى 480 مليون دولار في عام 2025.';
const hebrew = 'הרציף הועבר בשנת 1986.';
const japanese = '桟橋は1986年に移設された。';
const chinese = '码头于1986年迁移。';
const korean = '부두는 1986년에 옮겨졌다.';
const german = 'Der Pier wurde 1986 versetzt.';

interface Sample {
  text: string;
  /** The attributes of `w:lang` of the run, and in the document's defaults. */
  run?: string;
  defaults?: string;
  /** The language in the file's properties. */
  property?: string;
}

function readLanguage({ text, run, defaults, property }: Sample) {
  const lang = (attributes: string) => `<w:lang ${attributes}/>`;
  const styles = `<w:styles><w:docDefaults><w:rPrDefault><w:rPr>${lang(defaults ?? '')}</w:rPr></w:rPrDefault></w:docDefaults></w:styles>`;
  const bytes = makeDocx({
    body: p(r(text, run === undefined ? '' : lang(run))),
    core: property === undefined ? '' : `<dc:language>${property}</dc:language>`,
    ...(defaults !== undefined && { parts: { 'word/styles.xml': { type: 'styles', xml: styles } } }),
  });
  const result = readWordDraft(fileOf(bytes));
  return result.ok ? result.proposal.language : undefined;
}

const ofWord = 'w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"';

test.each<[string, Sample, string | null]>([
  ['Arabic, in its runs', { text: arabic, run: 'w:val="en-US" w:bidi="ar"' }, 'ar'],
  ['Arabic, in the defaults', { text: arabic, defaults: 'w:val="en-US" w:bidi="fa-IR"' }, 'fa-IR'],
  ['Arabic, as its run says', { text: arabic, run: 'w:bidi="ar-EG"', defaults: ofWord }, 'ar-EG'],
  ['Arabic, as its only language', { text: arabic, run: 'w:val="ar-MA"' }, 'ar-MA'],
  ['Arabic, in the properties', { text: arabic, run: 'w:val="en-US"', property: 'ar' }, 'ar'],
  ['Arabic, nowhere', { text: arabic, run: 'w:val="en-US"', property: 'en-US' }, null],
  ['Hebrew, in its runs', { text: hebrew, run: 'w:bidi="he-IL"', defaults: ofWord }, 'he-IL'],
  ['Hebrew, not the Arabic of the program', { text: hebrew, defaults: ofWord }, null],
  ['Japanese', { text: japanese, run: 'w:val="en-US" w:eastAsia="ja-JP"' }, 'ja-JP'],
  ['Chinese', { text: chinese, defaults: 'w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"' }, 'zh-CN'],
  ['Korean', { text: korean, run: 'w:eastAsia="ko-KR"', defaults: ofWord }, 'ko-KR'],
  ['German among others', { text: german, run: 'w:val="de-DE" w:eastAsia="ja-JP" w:bidi="ar"' }, 'de-DE'],
  ['German with a name', { text: `${german} Maersk (ميرسك)`, run: 'w:val="de-DE" w:bidi="ar"' }, 'de-DE'],
  ['German, in the properties', { text: german, property: 'de-AT' }, 'de-AT'],
  ['nothing', { text: german }, null],
])('the language is found that fits the letters: %s', (_, sample, language) => {
  expect(readLanguage(sample)).toBe(language);
});
