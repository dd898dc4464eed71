import type { LanguageWords } from './language-words';

export const spanish: LanguageWords = {
  openers:
    'el la los las un una unos unas lo al del de este esta estos estas ese esa eso esto aquel él ella ellos ellas yo tú usted nosotros se ' +
    'su sus nuestro mi y e o pero ni que qué quien quién cuando cuándo como cómo donde dónde por para con sin en a ante bajo desde ' +
    'entre hacia hasta según sobre tras si porque aunque mientras después antes entonces luego también además nadie nada ningún ninguno ' +
    'todos todo toda todas muchos muchas varios algunos dos tres hoy ayer mañana aquí allí no sí es son fue era hay ha han cerca más así',
  continuing:
    'Sr Sra Srta Sres Dr Dra Dres Prof Profa D Dña Ud Uds Vd Vds Lic Ing Arq Gral Cnel Cap Tte Sto Sta Mons Excmo Excma Ilmo Avda Av Pza ' +
    'Hno Hna Fco p.ej aprox EE FF RR',
  beforeNumbers:
    'núm núms pág págs p pp art arts cap caps vol vols fig figs tel tfno n ene feb mar abr jun jul ago sept set oct nov dic tít ' +
    'apdo inc máx mín párr',
  undecided: 'UU EE.UU S.A S.L Cía Hnos ss sig AA CC',
  ending: 'etc a.m p.m a.C d.C',
};
