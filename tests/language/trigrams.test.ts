import { francAll } from 'franc-min';
import { describe, expect, it } from 'vitest';
import { isoCodes } from '#core/language/iso-codes.ts';
import { trigramTables } from '#core/language/trigram-tables.ts';
import { nearestLanguages } from '#core/language/trigrams.ts';
import { tables } from './make-trigrams.ts';

const texts: Readonly<Record<string, string>> = {
  deu: 'Leider können wir den Betrag nicht erstatten, weil die Frist abgelaufen ist. Bitte schicken Sie uns die Rechnung bis Freitag zurück.',
  spa: 'Por desgracia no podemos devolver el importe porque el plazo ha vencido. Le rogamos que nos envíe la factura antes del viernes.',
  ita: 'Purtroppo non possiamo rimborsare la somma perché il termine è scaduto. La preghiamo di inviarci la fattura entro venerdì.',
  por: 'Infelizmente não podemos devolver o valor porque o prazo terminou. Pedimos que nos envie a fatura até sexta-feira.',
  nld: 'Helaas kunnen wij het bedrag niet terugbetalen omdat de termijn verstreken is. Stuur ons de factuur graag voor vrijdag terug.',
  pol: 'Niestety nie możemy zwrócić tej kwoty, ponieważ termin już minął. Prosimy o przesłanie faktury do piątku.',
  swe: 'Tyvärr kan vi inte betala tillbaka beloppet eftersom tiden har gått ut. Vänligen skicka fakturan till oss före fredag.',
  ron: 'Din păcate nu putem returna suma deoarece termenul a expirat. Vă rugăm să ne trimiteți factura până vineri.',
  tur: 'Ne yazık ki süre dolduğu için tutarı iade edemiyoruz. Lütfen faturayı cuma gününe kadar bize gönderin.',
  hun: 'Sajnos nem tudjuk visszatéríteni az összeget, mert a határidő lejárt. Kérjük, küldje el nekünk a számlát péntekig.',
  ukr: 'На жаль, ми не можемо повернути гроші, бо строк минув. Будь ласка, надішліть нам рахунок до п’ятниці.',
  arb: 'للأسف لا يمكننا إعادة المبلغ لأن المهلة انتهت. نرجو أن ترسل لنا الفاتورة قبل يوم الجمعة.',
  eng: 'Unfortunately we cannot refund the amount because the deadline has passed. Please send us the invoice by Friday.',
  fra: 'Nous ne pouvons malheureusement pas rembourser cette somme car le délai est dépassé. Renvoyez-nous la facture avant vendredi.',
};

describe('telling languages apart by their trigrams', () => {
  it('uses the tables that make-trigrams.ts makes, each language with a code', () => {
    expect(trigramTables).toEqual(tables());
    for (const languages of Object.values(trigramTables))
      for (const language of Object.keys(languages)) expect(isoCodes).toHaveProperty(language);
  });

  it.each(Object.entries(texts))('knows %s, as franc does', (language, text) => {
    expect(nearestLanguages(text)[0]).toEqual({ language, score: 1 });
    expect(francAll(text)[0]?.[0]).toBe(language);
  });

  it('says nothing of what has no letters it knows', () => {
    expect(nearestLanguages('12 : 3 — ☂')).toEqual([]);
    expect(nearestLanguages('请把发票寄给我们')).toEqual([]);
  });
});
