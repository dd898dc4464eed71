/** A text of each language, with the encodings in which such texts were written. */
export const texts: readonly { language: string; text: string; encodings: readonly string[] }[] = [
  {
    language: 'en',
    text: 'The ferry’s last crossing\n\n“Nobody asked us,” said the captain – and the café on the quay, which cost £4,200 to rebuild, closes too.',
    encodings: ['windows-1252', 'macintosh'],
  },
  {
    language: 'fr',
    text: 'Le bac s’arrête\n\nLe bac de l’île est vendu. Les habitants, très déçus, ont appris la nouvelle à la fête de l’été, où le maire était présent.'.replaceAll(
      '’',
      "'",
    ),
    encodings: ['windows-1252', 'iso-8859-15', 'ibm437', 'ibm850', 'macintosh'],
  },
  {
    language: 'de',
    text: 'Die Fähre fällt aus\n\nDie Überfahrt kostete früher vier Mark. Der Fährmann muss künftig für größere Schiffe arbeiten, über die niemand Näheres weiß.',
    encodings: ['windows-1252', 'iso-8859-15', 'ibm437', 'ibm850'],
  },
  {
    language: 'es',
    text: 'El ferry se despide\n\nEl año pasado, según el capitán, el ferry llevó a más de diez mil niños. ¿Quién pagará mañana la reparación del muelle?',
    encodings: ['windows-1252', 'ibm437', 'ibm850'],
  },
  {
    language: 'pl',
    text: 'Prom odpływa\n\nProm na wyspę został sprzedany. Mieszkańcy dowiedzieli się o tym dopiero w maju, gdyż gmina nie chciała niczego ogłaszać przed świętami, żeby uniknąć kłótni.',
    encodings: ['windows-1250', 'iso-8859-2', 'ibm852'],
  },
  {
    language: 'cs',
    text: 'Přívoz končí\n\nPřívoz na ostrov byl prodán. Lidé z přístavu se to dozvěděli až v květnu, protože obec nechtěla nic říkat před svátky, aby se vyhnula řečem.',
    encodings: ['windows-1250', 'iso-8859-2'],
  },
  {
    language: 'hu',
    text: 'A komp megáll\n\nA szigetre járó kompot eladták. A kikötő lakói csak májusban tudták meg, mert az önkormányzat az ünnepek előtt nem akarta közölni, hogy elkerülje a vitát.',
    encodings: ['windows-1250', 'iso-8859-2'],
  },
  {
    language: 'ru',
    text: 'Паром уходит\n\nПаром на остров продан. Жители причала узнали об этом только в мае, потому что совет не хотел ничего объявлять до праздников, чтобы избежать споров.',
    encodings: ['windows-1251', 'iso-8859-5', 'koi8-r', 'ibm866'],
  },
  {
    language: 'el',
    text: 'Το πλοίο φεύγει\n\nΤο πλοίο για το νησί πουλήθηκε. Οι κάτοικοι του λιμανιού το έμαθαν μόλις τον Μάιο, γιατί ο δήμος δεν ήθελε να πει τίποτα πριν από τις γιορτές.',
    encodings: ['windows-1253', 'iso-8859-7'],
  },
  {
    language: 'tr',
    text: 'Vapur gidiyor\n\nAdaya giden vapur satıldı. İskelede oturanlar bunu ancak mayısta öğrendi, çünkü belediye bayramdan önce hiçbir şey söylemek istemiyordu; şimdi herkes çok üzgün ve kızgın.',
    encodings: ['windows-1254'],
  },
  {
    language: 'ar',
    text: 'العبارة تغادر\n\nبيعت العبارة إلى الجزيرة. علم سكان الميناء بذلك في شهر مايو فقط، لأن البلدية لم ترد أن تقول شيئا قبل الأعياد حتى تتجنب الجدل بين الناس.',
    encodings: ['windows-1256', 'iso-8859-6'],
  },
  {
    language: 'he',
    text: 'המעבורת עוזבת\n\nהמעבורת אל האי נמכרה. תושבי הנמל שמעו על כך רק בחודש מאי, כי המועצה לא רצתה לומר דבר לפני החגים כדי להימנע מוויכוח בין התושבים.',
    encodings: ['windows-1255'],
  },
  {
    language: 'ja',
    text: '渡し船が終わる\n\n島への渡し船が売られた。港の人々がそれを知ったのは五月になってからで、町は祭りの前に何も言いたくなかったという。船長は「だれも聞かなかった」と話した。',
    encodings: ['shift_jis', 'euc-jp', 'iso-2022-jp'],
  },
  {
    language: 'zh-Hans',
    text: '渡轮停航\n\n开往岛上的渡轮已经卖掉了。码头上的居民到五月才知道这件事，因为市政府不想在节日之前宣布任何消息，以免引起争论。船长说没有人问过他。',
    encodings: ['gbk'],
  },
  {
    language: 'zh-Hant',
    text: '渡輪停航\n\n開往島上的渡輪已經賣掉了。碼頭上的居民到五月才知道這件事，因為市政府不想在節日之前宣布任何消息，以免引起爭論。船長說沒有人問過他。',
    encodings: ['big5'],
  },
  {
    language: 'ko',
    text: '나룻배가 멈춘다\n\n섬으로 가는 나룻배가 팔렸다. 항구 주민들은 오월에야 그 사실을 알게 되었는데, 시에서 명절 전에 아무 말도 하고 싶지 않았기 때문이다.',
    encodings: ['euc-kr'],
  },
];
