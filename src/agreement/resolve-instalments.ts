import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import type { Instalment } from './agreement.js';
import { type FinancialYear, isRealDay, lastDayOf, quarterOf, quarters } from './financial-year.js';
import { formatBasisPoints, parseBasisPoints } from './scalars.js';
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

  const instalments = document.instalments.map(({ quarter, due, percent }, index) => {
    if (!isDateIn(due, year)) {
      const place = yaml.placeOf(['instalments', index, 'due']);
      report(diagnose('BCF1009', { found: due, year: year.label }, { place }));
    }
    const basisPoints = parseBasisPoints(percent);
    if (basisPoints === undefined) {
      report(diagnose('BCF1010', { found: percent }, { place: yaml.placeOf(['instalments', index, 'percent']) }));
    }
    return { quarter, due, basisPoints };
  });

  const known: Instalment[] = [];
  for (const { basisPoints, ...instalment } of instalments) {
    if (basisPoints !== undefined) known.push({ ...instalment, basisPoints });
  }
  const total = known.reduce((sum, { basisPoints }) => sum + basisPoints, 0);
  if (known.length === instalments.length && total !== 10_000) {
    report(diagnose('BCF1015', { total: formatBasisPoints(total) }, { place: yaml.placeOfKey([], 'instalments') }));
  }
  return known;
}

function equalQuarter(quarter: Instalment['quarter'], year: FinancialYear): Instalment {
  const lastDay = lastDayOf(quarter, year);
  const firstMonth = String(Number(lastDay.slice(5, 7)) - 2).padStart(2, '0');
  return { quarter, due: `${lastDay.slice(0, 4)}-${firstMonth}-01`, basisPoints: 2500 };
}

function isDateIn(date: string, year: FinancialYear): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return false;
  const [, y, m, d] = match;
  return isRealDay(Number(y), Number(m), Number(d)) && quarterOf(date, year) !== undefined;
}
