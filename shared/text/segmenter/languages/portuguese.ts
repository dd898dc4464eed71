import type { LanguageWords } from './language-words';

export const portuguese: LanguageWords = {
  openers:
    'o a os as um uma uns umas do da dos das no na nos nas ao à aos às de em por para com sem sob sobre entre até desde após antes depois ' +
    'este esta estes estas esse essa isso isto aquele ele ela eles elas nós eu você se seu sua seus suas nosso e ou mas nem que quem ' +
    'quando como onde porque porquê qual embora enquanto segundo também ainda já então ninguém nada nenhum todos todas tudo muitos ' +
    'vários alguns dois duas três hoje ontem amanhã aqui ali não sim é são foi era há cerca mais assim pelo pela',
  continuing:
    'Sr Sra Srs Sras Srta Dr Dra Drs Dras Prof Profa Profs Eng Enga Arq D Exmo Exma V.Exa Gen Cel Cap Ten Maj Sgt Av Pe Sto Sta Mons aprox ' +
    'p.ex Gov Dep Ver Adv',
  beforeNumbers:
    'pág págs p pp art arts núm n fig figs vol cap tel jan fev mar abr mai jun jul ago set out nov dez inc máx mín séc',
  undecided: 'S.A Lda Ltda Cia R',
  ending: 'etc a.C d.C',
};
