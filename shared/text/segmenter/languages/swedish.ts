import type { LanguageWords } from './language-words';

export const swedish: LanguageWords = {
  openers:
    'den det de en ett denna detta dessa han hon vi ni jag man du hans hennes deras vår sin och men eller så att som vad vem var när varför ' +
    'hur om eftersom medan efter före sedan under över på i av till från med utan för vid mellan mot enligt inte ingen inget inga alla ' +
    'många några flera mer båda två tre här där nu då idag igår också ännu är har hade kan ska blev fick',
  continuing: 'dr prof t.ex bl.a dvs d.v.s f.d s.k fr.o.m t.o.m ca resp m.a.o jfr ev inkl exkl S:t',
  beforeNumbers: 'kl nr st sid s kap fig tab tel jan febr feb apr aug sept okt nov dec vol max min',
  undecided: 'milj mdr mkr kr tkr',
  ending: 'osv o.s.v m.m m.fl etc f.Kr e.Kr',
};
