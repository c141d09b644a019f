import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bcf, transcript } from '../support/bcf.js';

/**
 * What the program prints, whole: the command, both streams and the exit code in one file each.
 * Update with `npx vitest run test/golden -u`, and read the difference.
 */
const commands: Readonly<Record<string, string>> = {
  kent: 'bcf reconcile kent-2015-16',
  'kent-verbose': 'bcf reconcile kent-2015-16 --verbose',
  'kent-csv': 'bcf reconcile kent-2015-16 --format csv',
  'kent-json': 'bcf reconcile kent-2015-16 --json',
  'illustrative-q1': 'bcf reconcile kent-2015-16-illustrative --as-at Q1',
  'illustrative-q2': 'bcf reconcile kent-2015-16-illustrative --as-at q2',
  'illustrative-year': 'bcf reconcile kent-2015-16-illustrative',
  'illustrative-csv': 'bcf reconcile kent-2015-16-illustrative --as-at Q3 --format csv',
  'illustrative-markdown': 'bcf reconcile kent-2015-16-illustrative --as-at Q2 --format markdown',
  'performance-q2':
    'bcf performance kent-2015-16-illustrative --as-at Q2 --what-if 99J=-2.1% --what-if *=-3.5% --sensitivity',
  'performance-year': 'bcf performance kent-2015-16-illustrative',
  'performance-plan': 'bcf performance kent-2015-16',
  'performance-csv': 'bcf performance kent-2015-16-illustrative --as-at Q3 --format csv',
  'performance-markdown': 'bcf performance kent-2015-16-illustrative --as-at Q2 --format markdown',
  'variance-q3': 'bcf variance kent-2015-16-illustrative --as-at Q3 --verbose',
  'variance-year': 'bcf variance kent-2015-16-illustrative',
  'variance-csv': 'bcf variance kent-2015-16-illustrative --format csv',
  'variance-markdown': 'bcf variance kent-2015-16-illustrative --as-at Q3 --format markdown',
  'settle-q2': 'bcf settle kent-2015-16-illustrative --as-at Q2',
  'settle-year': 'bcf settle kent-2015-16-illustrative --verbose',
  'settle-csv': 'bcf settle kent-2015-16-illustrative --format csv',
  'settle-markdown': 'bcf settle kent-2015-16-illustrative --as-at Q2 --format markdown',
  'check-kent': 'bcf check kent-2015-16',
  'check-kent-csv': 'bcf check kent-2015-16 --format csv',
  'check-kent-markdown': 'bcf check kent-2015-16 --format markdown',
  'check-kent-github': 'bcf check kent-2015-16 --format github',
  'check-quiet': 'bcf check kent-2015-16 --quiet',
  'check-illustrative': 'bcf check kent-2015-16-illustrative --as-at Q2 --verbose',
  'preview-ledger': 'bcf preview kent-2015-16-illustrative/ledgers/expenditure-kcc-q1.csv kent-2015-16-illustrative',
  'preview-csv': 'bcf preview kent-2015-16/schemes.csv kent-2015-16 --format csv',
  'report-pro-forma': 'bcf report pro-forma kent-2015-16-illustrative --as-at Q2',
  'report-pro-forma-csv': 'bcf report pro-forma kent-2015-16-illustrative --as-at Q2 --format csv',
  'report-quarterly': 'bcf report quarterly kent-2015-16-illustrative --as-at Q2',
  'report-annual': 'bcf report annual kent-2015-16-illustrative',
  'report-annual-markdown': 'bcf report annual kent-2015-16-illustrative --format markdown',
  'report-dfg': 'bcf report dfg kent-2015-16-illustrative --as-at Q3',
  'report-aggregate': 'bcf report aggregate kent-2015-16-illustrative --as-at Q2',
  'report-return': 'bcf report return kent-2015-16-illustrative --as-at Q3',
  'report-return-json': 'bcf report return kent-2015-16-illustrative --as-at Q3 --json',
  'report-plan-only': 'bcf report quarterly kent-2015-16',
  'accruals-q3': 'bcf reconcile accruals-2015-16 --as-at Q3',
  'accruals-quarterly': 'bcf report quarterly accruals-2015-16 --as-at Q4',
  'accruals-annual': 'bcf report annual accruals-2015-16',
  'accruals-csv': 'bcf reconcile accruals-2015-16 --format csv',
  'accruals-trace': 'bcf trace accruals.totals.not-reversed accruals-2015-16',
  'accruals-earlier-year': 'bcf trace prior-year.spending.totals.net accruals-2015-16',
  'year-end-settle': 'bcf settle kent-year-end/2015-16',
  'year-end-next-q1': 'bcf reconcile kent-year-end/2016-17 --as-at Q1',
  'year-end-next-check': 'bcf check kent-year-end/2016-17 --as-at Q2 --last-year kent-year-end/2015-16',
  'diff-heading': 'bcf diff kent-2015-16-illustrative --as-at Q2',
  'diff-scheme': 'bcf diff kent-2015-16-illustrative --as-at Q3 --by scheme',
  'diff-actual': 'bcf diff kent-2015-16-illustrative --as-at Q2 --to actual --by partner',
  'diff-quarters': 'bcf diff kent-2015-16-illustrative --from Q1 --to Q2 --by locality',
  'diff-markdown': 'bcf diff kent-2015-16-illustrative --by source --format markdown',
  'diff-csv': 'bcf diff kent-2015-16-illustrative --as-at Q2 --format csv',
  'diff-two': 'bcf diff kent-2015-16 kent-2015-16-illustrative --all',
  'diff-plan-only': 'bcf diff kent-2015-16',
  'apportion-percent':
    'bcf apportion 1500000 kent-2015-16 --by apportionment --to 100 --against appendix-3[line=Carers]',
  'apportion-csv':
    'bcf apportion plan.applied[heading=care-act] kent-2015-16 --by contributions --among ccgs --format csv',
  'apportion-markdown': 'bcf apportion 100 kent-2015-16 --by contributions --among ccgs --format markdown',
  'trace-payment': 'bcf trace performance.partners[09C].quarters[Q3].payment kent-2015-16-illustrative',
  'trace-markdown':
    'bcf trace performance.partners[09C].quarters[Q3].payment kent-2015-16-illustrative --format markdown',
  'trace-csv': 'bcf trace performance.partners[09C].quarters[Q3].payment kent-2015-16-illustrative --format csv',
  'trace-from-markdown':
    'bcf trace --from ledgers/expenditure-kcc-q3.csv:3 kent-2015-16-illustrative --as-at Q3 --format markdown',
  'trace-from-csv':
    'bcf trace --from ledgers/expenditure-kcc-q3.csv:3 kent-2015-16-illustrative --as-at Q3 --format csv',
  'names-apportion':
    'bcf apportion plan.applied[heading=care-act] kent-2015-16 --by apportionment --to 1000 --against appendix-3[line=Carers] --names --format csv',
  'names-report': 'bcf report dfg kent-2015-16-illustrative --as-at Q2 --names',
  'trace-report':
    'bcf trace report.grants[disabled-facilities-grant].bodies[ashford].first-half kent-2015-16-illustrative --as-at Q2',
  'trace-share':
    'bcf trace apportion[amount=plan.applied[heading=care-act];by=apportionment;to=1000].shares[10D].share kent-2015-16',
  'trace-what-if':
    'bcf trace what-if[99J=-2.1%;*=-3.5%].partners[99J].by-year-end.payments[Q4].payment kent-2015-16-illustrative --as-at Q2',
  'trace-sensitivity':
    'bcf trace sensitivity.points[2.00].payments[10D].payment kent-2015-16-illustrative --as-at Q2 --depth 2',
  'trace-rows':
    'bcf trace by-partner[10D].headings[carers-breaks].actual kent-2015-16-illustrative --as-at Q2 --rows 2 --names',
  'trace-depth': 'bcf trace flow-of-funds.totals.balance.actual kent-2015-16-illustrative --depth 1',
  'trace-control': 'bcf trace controls[Appendix3:Carers].difference kent-2015-16',
  'trace-written': 'bcf trace plan.applied[partner=09C;heading=care-act] kent-2015-16',
  'trace-amount': 'bcf trace £65,536.84 kent-2015-16-illustrative',
  'trace-json': 'bcf trace by-partner[10D].headings[carers-breaks].plan kent-2015-16 --json',
  'trace-from': 'bcf trace --from ledgers/expenditure-kcc-q3.csv:3 kent-2015-16-illustrative --as-at Q3',
  'trace-from-later': 'bcf trace --from ledgers/expenditure-kcc-q3.csv:3 kent-2015-16-illustrative --as-at Q2',
  'names-diff': 'bcf diff kent-2015-16-illustrative --as-at Q2 --by locality --names',
  'trace-diff':
    'bcf trace diff[by=partner;from=plan;to=forecast@Q2].lines[line=KCC].variance kent-2015-16-illustrative',
  'trace-diff-two': 'bcf trace diff.lines[social-care-capital-grant].change kent-2015-16 kent-2015-16-illustrative',
  'names-settle': 'bcf settle kent-2015-16-illustrative --as-at Q1 --names',
  'help-trace': 'bcf help trace',
  'no-paper': 'bcf report',
  coloured: 'bcf --color always reconcile kent-2015-16',
  help: 'bcf help',
  'help-reconcile': 'bcf help reconcile',
  'help-performance': 'bcf help performance',
  'help-init': 'bcf help init',
  'help-map': 'bcf help map',
  'help-preview': 'bcf help preview',
  'help-completion': 'bcf help completion',
  'completion-bash': 'bcf completion bash',
  'completion-zsh': 'bcf completion zsh',
  'completion-fish': 'bcf completion fish',
  'completion-powershell': 'bcf completion powershell',
  'completion-unknown': 'bcf completion tcsh',
  'init-taken': 'bcf init kent-2015-16',
  'help-exit-codes': 'bcf help exit-codes',
  'help-environment': 'bcf help environment',
  'help-figures': 'bcf help figures',
  'help-diff': 'bcf help diff',
  'help-page': 'bcf help page',
  'help-settle': 'bcf help settle',
  'help-variance': 'bcf help variance',
  'help-workbook': 'bcf help workbook',
  'help-apportion': 'bcf help apportion',
  'help-report': 'bcf help report',
  'help-check': 'bcf help check',
  'help-close': 'bcf help close',
  'help-verify': 'bcf help verify',
  'help-formats': 'bcf help formats',
  'help-export': 'bcf help export',
  'help-exports': 'bcf help exports',
  'help-exports-of-your-own': 'bcf help exports-of-your-own',
  'help-folder': 'bcf help folder',
  'help-ledgers': 'bcf help ledgers',
  'help-limits': 'bcf help limits',
  explain: 'bcf explain bcf2104',
  'explain-list': 'bcf explain --list',
  'explain-r2': 'bcf explain R2 kent-2015-16',
  'explain-r3': 'bcf explain r3',
  'explain-r4': 'bcf explain R4 kent-2015-16',
  'explain-r5': 'bcf explain R5',
  'explain-r7': 'bcf explain R7',
  'no-command': 'bcf',
  version: 'bcf --version',
};

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

describe('what bcf prints, whole', () => {
  test.each(Object.entries(commands))('%s', async (name, command) => {
    const ran = await bcf(command.split(' ').slice(1), { cwd: fixtures, environment: {} });
    await expect(transcript(command, ran)).toMatchFileSnapshot(`${here}${name}.txt`);
  });
});
