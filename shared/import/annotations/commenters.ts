import type { Annotation } from '../base/annotation.ts';
import type { DraftProposal } from '../base/proposal.ts';

/**
 * Names that office programs write where they know none, in the languages they are most used in: for the author (Word writes it for
 * everybody when personal data is removed), for someone unknown or anonymous, for a user, and names that computers come with.
 */
const placeholders = new Set(
  [
    'author|autor|autora|auteur|auteure|autore|autrice|verfasser|verfasserin|författare|forfatter|tekijä|kirjoittaja|szerző|yazar',
    'avtor|автор|συγγραφέας|συντάκτης|作者|著者|作成者|작성자|만든 이|المؤلف|الكاتب|מחבר|tác giả|penulis|pengarang|ผู้เขียน',
    'editor|reviewer|commenter|commentator|redakteur|redaktør|redaktör|rédacteur|redactor|redactie|lektor|рецензент|редактор',
    'unknown|unknown author|unknown user|unnamed|no name|noname|n/a|none|unbekannt|unbekannter autor|inconnu|auteur inconnu',
    'desconocido|autor desconocido|desconhecido|autor desconhecido|sconosciuto|autore sconosciuto|onbekend|onbekende auteur',
    'okänd|okänd författare|ukjent|ukendt|tuntematon|nieznany|nieznany autor|neznámý|neznámý autor|ismeretlen|bilinmeyen|bilinmiyor',
    'неизвестный|неизвестный автор|неизвестно|άγνωστος|不明|未知|알 수 없음|غير معروف|לא ידוע',
    'аноним|ανώνυμος|匿名|익명|مجهول|אנונימי|anonimo|anónimo|anônimo',
    'user|username|user name|benutzer|benutzerin|nutzer|utilisateur|usuario|usuário|utilizador|utente|gebruiker|användare|bruger|bruker',
    'käyttäjä|użytkownik|uživatel|felhasználó|kullanıcı|пользователь|χρήστης|用户|用戶|ユーザー|사용자|مستخدم|משתמש',
    'guest|gast|invité|invitado|convidado|ospite|gäst|gæst|gjest|vieras|gość|host|гость|owner|admin|administrator|administrateur',
    'administrador|amministratore|beheerder|администратор|test|tester|hp|dell|lenovo|acer|asus|toshiba|pc|mac|macbook',
  ].flatMap((line) => line.split('|')),
);

/** Names of programs and of computers, and `Anonymous` with whatever follows it (`Anonymous Badger`). */
const programName =
  /(?<!\p{L})(?:microsoft|windows|ms office|ms word|google docs|google user|google-nutzer|libreoffice|openoffice|wps office|chatgpt|copilot)(?!\p{L})|^(?:desktop|laptop)-[\p{L}\p{N}]+$|^anonym|^anoniem|^anonim/u;

/**
 * Whether the name of a commenter is that of no person, but what a program writes where it has no name: `Author`, `Unknown`, `Microsoft
 * Office User`, also with a number behind it, in other languages, and no name at all (null). Many people share such a name.
 */
export function isPlaceholderName(name: string | null): boolean {
  if (name === null) return true;
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s<([{"'“”]+|[\s>)\]}"'“”.:\d#_-]+$/gu, '');
  return !/\p{L}/u.test(plain) || placeholders.has(plain) || programName.test(plain);
}

export interface Commenter {
  /** Null when the file names nobody. */
  name: string | null;
  comments: number;
}

/**
 * Lists who wrote the comments on words of a proposal, replies included, in the order of their first comment. Their comments on no
 * words are counted as well, but nobody is listed for those alone: they become neither evidence nor notes. Comments of a report of
 * ours and the replies to them are left out: they are never the author's sources.
 */
export function listCommenters({
  claims,
  annotationsWithoutWords,
}: Pick<DraftProposal, 'claims' | 'annotationsWithoutWords'>): Commenter[] {
  const counts = new Map<string | null, number>();
  const list = (annotation: Annotation | null) =>
    annotation && !annotation.returned ? annotation.comments : [];
  const onWords = claims.flatMap(({ annotation }) => list(annotation));
  const others = annotationsWithoutWords.flatMap(list);
  for (const { by } of onWords) counts.set(by, (counts.get(by) ?? 0) + 1);
  for (const { by } of others) if (counts.has(by)) counts.set(by, (counts.get(by) ?? 0) + 1);
  return Array.from(counts, ([name, comments]) => ({ name, comments }));
}
