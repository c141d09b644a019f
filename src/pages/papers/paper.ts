import type { Paper, PaperName } from '../../statement/paper-schema.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import { withoutSpending } from '../come-tables.js';
import { aggregatePaper } from './aggregate.js';
import { annualPaper } from './annual.js';
import { grantPaper } from './grant.js';
import { proFormaPaper } from './pro-forma.js';
import { quarterlyPaper } from './quarterly.js';
import { returnPaper } from './return.js';

type Layout = (figures: ReportFigures) => Omit<Paper, 'name'>;

const layouts: Readonly<Record<PaperName, Layout>> = {
  'pro-forma': proFormaPaper,
  quarterly: quarterlyPaper,
  annual: annualPaper,
  dfg: grantPaper,
  aggregate: aggregatePaper,
  return: returnPaper,
};

/** Lays out a paper: its pages, and on them typed tables. What its actuals are without is said on the first. */
export function paperOf(name: PaperName, figures: ReportFigures): Paper {
  const laidOut = layouts[name](figures);
  const without = withoutSpending(figures.statement).map((words) => `${words}.`);
  const pages = laidOut.pages.map((page, index) =>
    index === 0 ? { ...page, paragraphs: [...without, ...page.paragraphs] } : page,
  );
  return { name, ...laidOut, pages };
}
