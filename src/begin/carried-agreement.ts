import { parseDocument } from 'yaml';
import type { Agreement } from '../agreement/agreement.js';
import { type FinancialYear, isRealDay } from '../agreement/financial-year.js';
import { type AgreementDocument, agreementSchema } from '../agreement/schema.js';
import { unhandled } from '../diagnostics/unhandled.js';
import type { CarriedPlaces } from './carried-places.js';
import { followSuccessors } from './followed-agreement.js';
import { schemaLine } from './new-agreement.js';
import type { Successors } from './successors.js';
import { scalarText, YamlEdit } from './yaml-edit.js';

interface Carried {
  /** agreement.yaml of last year, which is known to be right. */
  readonly text: string;
  readonly agreement: Agreement;
  readonly year: FinancialYear;
  readonly name: string | undefined;
  readonly successors: Successors;
  readonly places: CarriedPlaces;
}

/**
 * Last year’s agreement moved on by a year, with its comments and layout: the year, the days that instalments are due,
 * partners that have given way to their successors. What a person must look at is marked FILL IN.
 */
export function carriedAgreement({ text, agreement, year, name, successors, places }: Carried): string {
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
  giveOwnEntries(edit, places, agreement);
  markForReview(edit, document, agreement.year.label, year.label);
  return edit.text();
}

/**
 * Puts the entries of files that are written anew before all others. Last year’s, in whose place they stand, go out of force:
 * each stays as a comment, for the day that the body’s own export of the new year comes.
 */
function giveOwnEntries(edit: YamlEdit, places: CarriedPlaces, { ledgers }: Agreement): void {
  for (const { path, entry } of places.own) {
    edit.putFirst(['ledgers'], `{ kind: ${entry.kind}, files: ${scalarText(path)}, unit: pounds }`);
  }
  for (const [index, entry] of ledgers.entries()) {
    if (entry.place === undefined || !places.outOfForce.has(entry)) continue;
    const words =
      'FILL IN: by this entry last year’s file was read. When the body’s own export of this year has come, put it in force by taking away its #, and take out the line at the top of this list that has its kind';
    edit.commentOut(['ledgers'], index, words);
  }
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
