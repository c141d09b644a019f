import { legend } from '../legend.js';
import { openingOf } from '../opening.js';
import { arrivalsSection } from './arrivals-section.js';
import { checksSection } from './checks-section.js';
import { differencesSection } from './differences-section.js';
import { flowSection } from './flow-section.js';
import type { FundPage, PageOf, PageSection } from './fund-page.js';
import { inputsSection } from './inputs-section.js';
import { keyFigures } from './key-figures.js';
import { mattersOf, mattersTitle } from './matters.js';
import { partnersSection } from './partners-section.js';
import { performanceSection } from './performance-section.js';
import { ringFencesSection } from './ring-fences-section.js';
import { settlementSection } from './settlement-section.js';
import { spendingSection } from './spending-section.js';
import { pageTitle } from './titles.js';
import { variancesSection } from './variances-section.js';

/** A fund on one page: money before proof, and no section of what the fund has nothing of. */
export function makeFundPage(of: PageOf): FundPage {
  const { fund, flowOfFunds } = of.result;
  const marks = flowOfFunds.applications.flatMap(({ provenance }) => Object.values(provenance));
  return {
    name: fund.name,
    year: fund.year,
    asAt: openingOf(fund).asAt ?? '',
    isIllustrative: fund.provenance === 'illustrative',
    note: fund.note,
    title: pageTitle(of),
    keyFigures: keyFigures(of),
    mattersTitle: mattersTitle(of),
    matters: mattersOf(of),
    sections: sectionMakers.flatMap((make) => make(of) ?? []),
    legend: legend({ isDerived: marks.includes('derived'), isIllustrative: marks.includes('illustrative') }),
  };
}

const sectionMakers: readonly ((of: PageOf) => PageSection | undefined)[] = [
  flowSection,
  spendingSection,
  partnersSection,
  variancesSection,
  performanceSection,
  ringFencesSection,
  settlementSection,
  arrivalsSection,
  differencesSection,
  checksSection,
  inputsSection,
];
