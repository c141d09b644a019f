import { parseDocument } from 'yaml';
import type { Agreement } from '../agreement/agreement.js';
import { type FinancialYear, isRealDay } from '../agreement/financial-year.js';
import { type AgreementDocument, agreementSchema } from '../agreement/schema.js';
import { unhandled } from '../diagnostics/unhandled.js';
import { followSuccessors } from './followed-agreement.js';
import { schemaLine } from './new-agreement.js';
import type { Successors } from './successors.js';
import { YamlEdit } from './yaml-edit.js';

interface Carried {
  /** agreement.yaml of last year, which is known to be right. */
  readonly text: string;
  readonly agreement: Agreement;
  readonly year: FinancialYear;
  readonly name: string | undefined;
  readonly successors: Successors;
}

/**
 * Last year’s agreement moved on by a year, with its comments and layout: the year, the days that instalments are due,
 * partners that have given way to their successors. What a person must look at is marked FILL IN.
 */
export function carriedAgreement({ text, agreement, year, name, successors }: Carried): string {
  const document = agreementSchema.parse(parseDocument(text, { schema: 'failsafe' }).toJS());
  const edit = new YamlEdit(text);
  edit.setFirstLine(schemaLine);
  edit.setScalar(['fund', 'year'], year.label);
  edit.setScalar(['fund', 'name'], name ?? document.fund.name.replaceAll(agreement.year.label, year.label));
  // What was published was last year’s plan; made-up figures stay marked.
  const rolled = `Rolled forward from ${agreement.year.label}, and not yet agreed for ${year.label}.`;
  if (document.fund.note !== undefined) edit.setScalar(['fund', 'note'], rolled);
  if (document.fund.provenance === 'published') edit.setScalar(['fund', 'provenance'], 'own');
  for (const [index, { due }] of (document.instalments ?? []).entries()) {
    edit.setScalar(['instalments', index, 'due'], aYearOn(due));
  }
  edit.removeBlock('tables');
  followSuccessors(edit, document, successors);
  markForReview(edit, document, agreement.year.label, year.label);
  return edit.text();
}

/** The same day of the next year; 29 February becomes the 28th. */
function aYearOn(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return `${year + 1}-${date.slice(5, 8)}${isRealDay(year + 1, month, day) ? date.slice(8) : '28'}`;
}

function markForReview(edit: YamlEdit, document: AgreementDocument, last: string, now: string): void {
  edit.commentAbove(
    'fund',
    `FILL IN: the name and the note are those of ${last}. Until ${now} is agreed, it is last year’s.`,
  );
  edit.commentAbove('partners', `FILL IN: bodies that join, leave or have another name in ${now}.`);
  edit.commentAbove('headings', `FILL IN: the allocations of ${now}; these are those of ${last}.`);
  edit.commentAbove(
    'contributions',
    `FILL IN: what each partner pays in in ${now}; these amounts are those of ${last}.`,
  );
  edit.commentAbove('instalments', `FILL IN: when they are due; each day is last year’s, moved on by a year.`);
  edit.commentAbove('rules', `FILL IN: the clauses of the agreement for ${now}, and whether each rule is still in it.`);
  for (const [index, rule] of document.rules.entries()) {
    switch (rule.kind) {
      case 'performance-payment':
        edit.commentBehind(
          ['rules', index, 'kind'],
          `FILL IN: whether ${now} pays for performance, and its price, target and pots`,
        );
        break;
      case 'ring-fence':
        if (rule.allocations === undefined) break;
        edit.commentBehind(['rules', index, 'heading'], `FILL IN: what each body is allotted in ${now}`);
        break;
      case 'balance':
      case 'variance':
        break;
      default:
        unhandled(rule);
    }
  }
  edit.commentAbove('thresholds', `FILL IN: whether they are the same in ${now}.`);
  edit.commentAbove('ledgers', `The forms of last year’s ledgers, without their rows, are in forms/.`);
}
