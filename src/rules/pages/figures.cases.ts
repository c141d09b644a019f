import type { RuleId } from '../../agreement/rule-ids.js';

/**
 * A worked case by its rows and figures. The fund around it is the example of test/errors/base: North CCG pays £3,000
 * in the year, South CCG £2,000, the council £1,500, and £1,000 of that is a ring-fenced grant for two districts.
 */
export interface FigureCase {
  readonly title: string;
  /** The ledgers of which the rows are other ones, by their files. */
  readonly ledgers: Readonly<Record<string, string>>;
  /** The command that prints the figures, and its options. */
  readonly command: readonly string[];
  readonly figures: readonly {
    readonly words: string;
    /** Its stable name, as `bcf trace` takes it. */
    readonly name: string;
    /** Pounds and pence. */
    readonly amount: string;
  }[];
}

const contributions = 'date,partner,source,heading,amount,reference,note';
const expenditure = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note';

/** The worked cases of the rules whose figures are sums; test/rules/worked-cases.test.ts runs them. */
export const figureCases: Readonly<Record<Extract<RuleId, 'R1' | 'R2' | 'R5' | 'R6'>, readonly FigureCase[]>> = {
  R1: [
    {
      title: 'Of £6,500.00 that came, £1,600.00 is spent by 30 June: the rest is the fund balance',
      ledgers: {},
      command: ['reconcile', '--as-at', 'Q1'],
      figures: [
        { words: 'brought forward', name: 'fund-balance.brought-forward', amount: '0.00' },
        { words: '+ received', name: 'fund-balance.received', amount: '6500.00' },
        { words: '− applied', name: 'fund-balance.applied', amount: '1600.00' },
        { words: '= fund balance', name: 'fund-balance.balance', amount: '4900.00' },
      ],
    },
  ],
  R2: [
    {
      title: 'A grant of £1,000.00 has come, and the two districts have spent £400.00 of it',
      ledgers: {},
      command: ['reconcile', '--as-at', 'Q1'],
      figures: [
        { words: 'received', name: 'ring-fences[fence=dfg-fence].received', amount: '1000.00' },
        { words: '− spent', name: 'ring-fences[fence=dfg-fence].spent', amount: '400.00' },
        { words: '= held for its purpose', name: 'ring-fences[fence=dfg-fence].held', amount: '600.00' },
      ],
    },
  ],
  R5: [
    {
      title: 'North CCG pays £500.00 of its first instalment, and spends more than is allotted to it',
      ledgers: {
        'ledgers/contributions.csv': `${contributions}\n2015-04-15,01A,minimum,,500,C4,\n`,
        'ledgers/expenditure-2.csv': `${expenditure}\n2015-05-14,01A,01A,community,minimum,,,350,F1,\n`,
      },
      command: ['settle', '--as-at', 'Q1'],
      figures: [
        {
          words: 'contribution due: a quarter of £3,000.00',
          name: 'settlement.partners[pool=main;partner=01A].contribution-due',
          amount: '750.00',
        },
        {
          words: '− received',
          name: 'settlement.partners[pool=main;partner=01A].contribution-received',
          amount: '500.00',
        },
        {
          words: '+ paid: what it has spent',
          name: 'settlement.partners[pool=main;partner=01A].paid',
          amount: '350.00',
        },
        {
          words: '− allocation due to it',
          name: 'settlement.partners[pool=main;partner=01A].allocation-due',
          amount: '300.00',
        },
        { words: '= net', name: 'settlement.partners[pool=main;partner=01A].net', amount: '300.00' },
        {
          words: 'of it: it owes the host',
          name: 'settlement.partners[pool=main;partner=01A].owes',
          amount: '250.00',
        },
        {
          words: 'of it: drawn ahead',
          name: 'settlement.partners[pool=main;partner=01A].drawn-ahead',
          amount: '50.00',
        },
      ],
    },
  ],
  R6: [
    {
      title: 'What North CCG paid in, quarter by quarter, is what the annual return says',
      ledgers: {
        'ledgers/contributions.csv': `${contributions}\n2015-04-15,01A,minimum,,750,C4,\n2015-08-01,01A,minimum,,500,C7,\n`,
      },
      command: ['report', 'annual', '--as-at', 'Q2'],
      figures: [
        { words: 'Q1', name: 'report.funding[partner=01A].quarters[quarter=Q1].amount', amount: '750.00' },
        { words: '+ Q2', name: 'report.funding[partner=01A].quarters[quarter=Q2].amount', amount: '500.00' },
        { words: '= to date', name: 'report.funding[partner=01A].to-date', amount: '1250.00' },
      ],
    },
    {
      title: 'North CCG has accrued £300.00 and £120.00; the first invoice has come, of £290.00',
      ledgers: {
        'ledgers/expenditure-2.csv': `${expenditure},adjusts,accrual\n2015-06-30,01A,01A,community,minimum,,,300,F1,,,accrual\n2015-07-09,01A,01A,community,minimum,,,-300,F2,the invoice has come,F1,reversal\n2015-07-09,01A,01A,community,minimum,,,290,F3,,,\n2015-09-30,01A,01A,community,minimum,,,120,F4,,,accrual\n`,
      },
      command: ['report', 'annual', '--as-at', 'Q2'],
      figures: [
        { words: 'accrued', name: 'accruals.lines[heading=community;by=01A].accrued', amount: '420.00' },
        { words: '− reversed', name: 'accruals.lines[heading=community;by=01A].reversed', amount: '300.00' },
        {
          words: '= not reversed: still owed',
          name: 'accruals.lines[heading=community;by=01A].not-reversed',
          amount: '120.00',
        },
      ],
    },
  ],
};
