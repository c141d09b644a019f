import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { asDecimal, inFull, total } from '../money/decimal.js';
import type { Instalment } from './agreement.js';
import { type FinancialYear, isRealDay, lastDayOf, quarterOf, quarters } from './financial-year.js';
import { hundred, parsePercent } from './scalars.js';
import type { AgreementDocument } from './schema.js';
import type { YamlText } from './yaml-text.js';

/** When contributions fall due (R5). Not declared, they are four equal quarters, due on the first day of each. */
export function resolveInstalments(
  document: AgreementDocument,
  year: FinancialYear,
  yaml: YamlText,
  report: Report,
): Instalment[] {
  if (document.instalments === undefined) return quarters.map((quarter) => equalQuarter(quarter, year));

  const instalments = document.instalments.map(({ quarter, due, percent: found }, index) => {
    if (!isDateIn(due, year)) {
      const place = yaml.placeOf(['instalments', index, 'due']);
      report(diagnose('BCF1009', { found: due, year: year.label }, { place }));
    }
    const percent = parsePercent(found);
    if (percent === undefined) {
      report(diagnose('BCF1010', { found }, { place: yaml.placeOf(['instalments', index, 'percent']) }));
    }
    return { quarter, due, percent };
  });

  const known: Instalment[] = [];
  for (const { percent, ...instalment } of instalments) {
    if (percent !== undefined) known.push({ ...instalment, percent });
  }
  const inAll = total(known.map(({ percent }) => percent));
  if (known.length === instalments.length && !inAll.equals(hundred)) {
    report(diagnose('BCF1015', { total: inFull(inAll) }, { place: yaml.placeOfKey([], 'instalments') }));
  }
  return known;
}

function equalQuarter(quarter: Instalment['quarter'], year: FinancialYear): Instalment {
  const lastDay = lastDayOf(quarter, year);
  const firstMonth = String(Number(lastDay.slice(5, 7)) - 2).padStart(2, '0');
  return { quarter, due: `${lastDay.slice(0, 4)}-${firstMonth}-01`, percent: asDecimal(25) };
}

function isDateIn(date: string, year: FinancialYear): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return false;
  const [, y, m, d] = match;
  return isRealDay(Number(y), Number(m), Number(d)) && quarterOf(date, year) !== undefined;
}
