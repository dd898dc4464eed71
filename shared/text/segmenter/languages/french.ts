import type { LanguageWords } from './language-words';

export const french: LanguageWords = {
  openers:
    'le la les l un une des du de d ce cet cette ces c il elle ils elles on nous vous je j tu son sa ses leur leurs notre votre mon ma mes ' +
    'et mais ou où donc or ni car que qui quand comment pourquoi si comme dans en à au aux sur sous par pour avec sans chez entre après ' +
    'avant depuis pendant selon puis alors ainsi enfin aussi personne rien aucun aucune tous toutes tout plusieurs quelques beaucoup ' +
    'deux trois ici là hier aujourd demain est sont ne n pas plus lors malgré cependant toutefois',
  continuing:
    'M MM Mme Mmes Mlle Mlles Dr Drs Pr Prof Me Mgr Ste av boul bd pl env cf c.-à-d p.ex cap gén col lieut cdt adj',
  beforeNumbers:
    'p pp art n no nos vol chap fig tél tel janv févr avr juill sept oct nov déc éd tab ch al réf min max av',
  undecided: 'St Cie Ets S.A suiv sq',
  ending: 'etc',
};
