import type { Quarter } from '../agreement/financial-year.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { plainText } from '../diagnostics/plain-text.js';
import { lessText } from '../money/places.js';
import { pounds } from '../money/pounds-text.js';
import type { ReadFund } from '../rules/check.js';
import type { FigureChange } from '../statement/closes-schema.js';
import { figuresOf } from '../statement/figure-names.js';
import { reconcile } from '../statement/reconcile.js';
import { type Reconciliation, resultSchema } from '../statement/reconciliation-schema.js';
import type { Link } from './link.js';
import type { RecordedFigure } from './record-schema.js';
import { since } from './since.js';

/** How many figures a sentence names; bcf verify lists them all. */
const namedFigures = 3;

/** The figures of a statement as a record holds them: name, unit and amount. */
export function recordedFigures(result: Reconciliation): RecordedFigure[] {
  return figuresOf(resultSchema, result).map(({ name, unit, amount }) => [name, unit, amount]);
}

/**
 * Makes the statement of a closed quarter again, and gives each figure that is not what was recorded. Where nothing has
 * moved but that there are figures of a kind that the record has none of, a later bcf says more than the one that closed
 * the quarter did: that is no change.
 */
export function figureChanges(fund: ReadFund, quarter: Quarter, figures: readonly RecordedFigure[]): FigureChange[] {
  const recorded = byName(figures);
  const kinds = new Set([...recorded.keys()].map(kindOf));
  const now = byName(recordedFigures(reconcile(fund, quarter).result));
  const names = [...new Set([...recorded.keys(), ...now.keys()])];
  const changes = names.flatMap((figure) => {
    const was = recorded.get(figure);
    const is = now.get(figure);
    if (was?.amount === is?.amount) return [];
    const unit = (is ?? was)?.unit ?? 'number';
    const difference = was === undefined || is === undefined ? undefined : differenceOf(unit, was.amount, is.amount);
    return [
      {
        quarter,
        figure: plainText(figure),
        unit,
        ...(was !== undefined && { recorded: was.amount }),
        ...(is !== undefined && { now: is.amount }),
        ...(difference !== undefined && { difference }),
      },
    ];
  });
  const isOfNewKind = ({ recorded: was, figure }: FigureChange) => was === undefined && !kinds.has(kindOf(figure));
  return changes.every(isOfNewKind) ? [] : changes;
}

/** A name without its codes: what a figure is, of whatever partner or heading. */
function kindOf(name: string): string {
  return name.replace(/\[[^\]]*\]/g, '');
}

function byName(figures: readonly RecordedFigure[]) {
  return new Map(figures.map(([name, unit, amount]) => [name, { unit, amount }]));
}

/** One diagnostic for the figures of a quarter that have moved; none where they stand. */
export function figureDiagnostics(
  quarter: Quarter,
  changes: readonly FigureChange[],
  link: Link,
  version: string,
): Diagnostic[] {
  if (changes.length === 0) return [];
  const named = changes
    .slice(0, namedFigures)
    .map(({ figure, unit, recorded, now }) => `${figure} ${inShort(recorded, unit)} → ${inShort(now, unit)}`);
  const more = changes.length - named.length;
  const figures = `${named.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
  const other = plainText(link.record.tool.version);
  const by = other === version ? '' : `; recorded by bcf ${other}, and this is ${version}`;
  const args = { quarter, count: changes.length, figures, since: `${since(link)}${by}` };
  return [diagnose('BCF2619', args, { place: { file: link.file } })];
}

/** An amount as its unit is written; a figure that a statement did not have is `not there`. */
export function inShort(amount: string | undefined, unit: FigureChange['unit']): string {
  if (amount === undefined) return 'not there';
  if (unit === 'money') return pounds(amount);
  return unit === 'percent' ? `${amount}%` : amount;
}

function differenceOf(unit: FigureChange['unit'], was: string, is: string): string | undefined {
  return unit === 'money' || unit === 'number' ? lessText(is, was) : undefined;
}
