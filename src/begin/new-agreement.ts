import type { FinancialYear } from '../agreement/financial-year.js';
import { columnsHolding, type LedgerKind } from '../agreement/ledger-kinds.js';
import { ledgersBegun, ledgersToCome } from './new-ledgers.js';

/** What every agreement begins with, so that an editor completes and checks it. */
export const schemaLine = '# yaml-language-server: $schema=agreement.schema.json';

/** The agreement of a new fund: small, whole and made up, with a FILL IN wherever a person has to put their own. */
export function newAgreement(name: string, { label, firstYear }: FinancialYear): string {
  return `${schemaLine}
#
# The section 75 agreement as data. Every figure and name here is made up, so that the folder passes bcf check from
# the first day. Go through it from top to bottom, put your own at each FILL IN, and run bcf check again.

fund:
  name: ${JSON.stringify(name)}   # FILL IN: every output opens with this name
  year: ${label}   # FILL IN: the financial year, April to March
  # FILL IN: change illustrative to own when the figures are yours. Until then every output says that they are made up.
  provenance: illustrative

${moneyBlocks}

# FILL IN: when the contributions are due.
instalments:
  - { quarter: Q1, due: ${firstYear}-04-15, percent: 25 }
  - { quarter: Q2, due: ${firstYear}-07-15, percent: 25 }
  - { quarter: Q3, due: ${firstYear}-10-15, percent: 25 }
  - { quarter: Q4, due: ${firstYear + 1}-01-15, percent: 25 }

${rulesBlocks}`;
}

const moneyBlocks = `unit: pounds   # of every amount in this file; it may also be £000

# FILL IN: each body that pays in or spends. The code is what the ledgers write: an NHS body's is its ODS code.
# kind: ccg, icb, county-council, unitary-council, district-council, nhs-england or other.
partners:
  - { code: COUNCIL, scheme: local, name: The Council, kind: unitary-council }
  - { code: ICB1, scheme: ods, name: First Integrated Care Board, kind: icb }
  - { code: ICB2, scheme: ods, name: Second Integrated Care Board, kind: icb }

# FILL IN: partners that spend under one heading are a group.
groups:
  - { code: icbs, name: Integrated care boards, members: [ICB1, ICB2] }

# FILL IN: each pooled fund, and the partner that keeps its books.
pools:
  - { code: pool, name: Better Care Fund pooled fund, host: COUNCIL }

# FILL IN: where the money comes from. nature: capital or revenue.
sources:
  - { code: disabled-facilities-grant, name: Disabled Facilities Grant, nature: capital }
  - { code: nhs-minimum, name: NHS minimum contribution, nature: revenue }

# FILL IN: what the money is applied to, who spends it, and how much the agreement allots to it.
headings:
  - code: adult-social-care
    name: Adult social care
    nature: revenue
    arrangement: pooled
    applied_by: COUNCIL
    allocation: 3600000
  - code: out-of-hospital
    name: NHS commissioned out-of-hospital services
    nature: revenue
    arrangement: pooled
    applied_by: icbs
    allocation: 5400000
  - code: disabled-facilities-grant
    name: Disabled Facilities Grant
    nature: capital
    arrangement: pooled
    applied_by: COUNCIL
    allocation: 1200000

# FILL IN: what each partner pays in for the year. plan.csv sets each amount out by heading, and must add up to it.
contributions:
  - { partner: COUNCIL, source: disabled-facilities-grant, amount: 1200000 }
  - { partner: ICB1, source: nhs-minimum, amount: 6000000 }
  - { partner: ICB2, source: nhs-minimum, amount: 3000000 }`;

const rulesBlocks = `# FILL IN: the clause of your agreement for each rule. Every check and every finding names it.
rules:
  - id: pool-balances
    kind: balance
    clause: "s75 clause 1"   # FILL IN
    unspent: carried-forward   # FILL IN: or owed-back
  - id: dfg-ring-fence   # a grant that may be spent under its own heading only
    kind: ring-fence
    clause: "s75 clause 2"   # FILL IN
    source: disabled-facilities-grant
    heading: disabled-facilities-grant
  - id: out-of-hospital-ring-fence   # money kept for a purpose within a contribution
    kind: ring-fence
    clause: "s75 clause 3"   # FILL IN
    heading: out-of-hospital
  - id: over-and-underspends
    kind: variance
    clause: "s75 clause 4"   # FILL IN
    policy: responsible-body   # FILL IN: or equal, pro-rata, fixed-shares, lead-commissioner, capped

# FILL IN: which file is which ledger, and the unit of its amounts. Put a ledger's line in force, by taking away its #,
# when its first file has come; the empty forms are in forms/.
ledgers:
${ledgersBegun.flatMap(lineOf).join('')}${ledgersToCome.flatMap((ledger) => lineOf(ledger).map((line) => `#${line}`)).join('')}`;

/** How the agreement declares a ledger; one without money needs no unit. */
function lineOf({ kind, files }: { readonly kind: LedgerKind; readonly files: string }): string[] {
  const hasMoney = columnsHolding(kind, 'money').length > 0;
  return hasMoney ? [`  - { kind: ${kind}, files: ${files}, unit: pounds }\n`] : [];
}
