import { counted } from '../diagnostics/entry.js';
import { rowText } from '../diagnostics/place-text.js';
import { bracketed, inPounds, separated } from '../money/format-money.js';
import type { TouchedResult, TraceDocumentNode, TracedRow, TraceResult } from '../statement/trace-schema.js';
import { legend } from './legend.js';
import { openingOf, openingsOf } from './opening.js';
import { type Branch, line, type Pages, type Part } from './page.js';

interface Options {
  readonly names: boolean;
}

/** A trace: a figure, and below it the tree of what it is made of. */
export function tracePages({ fund, against, trace, depth, deepest }: TraceResult, options: Options): Pages {
  const cut: Part[] =
    depth < deepest
      ? [
          {
            kind: 'lines',
            lines: [line(`${counted(depth, 'level')} of ${deepest} shown; --depth all shows every one`, 'faint')],
          },
        ]
      : [];
  return {
    openings: openingsOf(fund, against),
    pages: [{ parts: [{ kind: 'tree', root: branchOf(trace, options) }, ...cut] }],
    legend: legend({ isDerived: has(trace, 'derived'), isIllustrative: has(trace, 'illustrative') }),
    last: [
      {
        spans: [
          {
            text: `${trace.what}: ${shown(trace.amount, trace.unit, true)}`,
            tone: 'strong',
            figures: trace.name === undefined ? [] : [trace.name],
          },
        ],
      },
    ],
  };
}

function has(node: TraceDocumentNode, provenance: TraceDocumentNode['provenance']): boolean {
  return node.provenance === provenance || (node.parts ?? []).some((part) => has(part, provenance));
}

interface Above {
  readonly isRoot: boolean;
  readonly clause?: string | undefined;
}

function branchOf(node: TraceDocumentNode, options: Options, above: Above = { isRoot: true }): Branch {
  const { isRoot } = above;
  const rule = node.rule && `${node.rule.id}, ${node.rule.clause}`;
  const mark = node.at === undefined ? (node.isShownAbove ? ' (as above)' : '') : ` (${rowText(node.at)})`;
  const parts = (node.parts ?? []).map((part) =>
    branchOf(part, options, { isRoot: false, clause: rule ?? above.clause }),
  );
  return {
    amount: signed(node),
    text: `${node.what}${markOf(node)}${mark}`,
    asides: [...namesOf(node, isRoot || options.names), ...howOf(node, rule, above)],
    parts: [...parts, ...rowsOf(node)],
    figure: node.name,
    isShownAbove: node.isShownAbove,
    inSentence: shown(node.amount, node.unit, true),
    ...(isRoot && { tone: 'strong' }),
  };
}

/** What a figure is called, and how much of it is not shown. */
function namesOf({ below, name, account }: TraceDocumentNode, isNamed: boolean): string[] {
  const more = below === undefined ? [] : [`… ${counted(below, 'part')} below`];
  const named = isNamed || (more.length > 0 && name !== undefined) ? (name ?? account) : undefined;
  const words = [...(named === undefined ? [] : [named]), ...more];
  return words.length === 0 ? [] : [words.join(' ')];
}

/** How a figure is made; its rule where it is another than that of the figure above. */
function howOf(node: TraceDocumentNode, rule: string | undefined, { isRoot, clause }: Above): string[] {
  const how = [node.how, rule === clause ? undefined : rule && `(${rule})`].filter((text) => text !== undefined);
  const isSaid = isRoot || (node.kind !== 'given' && node.isShownAbove === undefined);
  return how.length > 0 && isSaid ? [`= ${how.join(' ')}`] : [];
}

function rowsOf({ rows = [], moreRows }: TraceDocumentNode): Branch[] {
  const leaf = { asides: [], parts: [], isRow: true } as const;
  const branches = rows.map((row): Branch => ({ ...leaf, amount: bracketed(row.amount), text: rowInWords(row), row }));
  if (moreRows === undefined) return branches;
  const { count, amount } = moreRows;
  const text = `${counted(count, 'more row')}; --rows ${rows.length + count} lists them`;
  return [...branches, { ...leaf, amount: bracketed(amount), text, tone: 'faint' }];
}

function rowInWords({ file, sheet, line: at, date, ...row }: TracedRow): string {
  return [rowText({ file, sheet, line: at }), date, ...saidOfRow(row)]
    .filter((text) => text !== undefined)
    .join('  ')
    .replace(/\s*\n\s*/g, ' ');
}

/** What a row says of itself, beside its place and its day. */
export function saidOfRow({
  reference,
  note,
  accrual,
  adjusts,
  deliveredBy,
}: Omit<TracedRow, 'file' | 'sheet' | 'line' | 'amount'>): string[] {
  const also = [accrual, adjusts && `adjusts ${adjusts}`, deliveredBy && `delivered by ${deliveredBy}`];
  return [reference, note, ...also].flatMap((text) => text ?? []);
}

function markOf({ provenance }: TraceDocumentNode): string {
  return provenance === undefined ? '' : { derived: ' [d]', illustrative: ' [i]' }[provenance];
}

/** Inputs of a formula stand without a sign, because they do not add up. */
function signed({ sign, amount, unit }: TraceDocumentNode): string {
  const text = shown(amount, unit, false);
  return sign === '-' ? `− ${text}` : text;
}

function shown(amount: string, unit: TraceDocumentNode['unit'], inSentence: boolean): string {
  if (unit === 'percent') return `${amount}%`;
  if (inSentence && (unit === 'exact' || unit === 'money')) return inPounds(amount);
  return unit === 'exact' || unit === 'number' ? separated(amount) : bracketed(amount);
}

/** Which figures a row touches. */
export function touchedPages({ fund, row, postings, figures, message }: TouchedResult): Pages {
  const posted = postings.map(({ account, quarter, amount }) => ({
    amount: bracketed(amount),
    text: `${account}${quarter === undefined ? '' : `, ${quarter}`}`,
  }));
  const touched = figures.map(({ name, amount, unit }) => ({
    amount: shown(amount, unit, false),
    text: name,
    figure: name,
  }));
  const parts: Part[] = [
    { kind: 'lines', lines: [line(`${rowText(row)} (${row.kind})`, 'strong'), line(row.text)] },
    ...(posted.length === 0 ? [] : [{ kind: 'amounts' as const, title: 'Posted to', lines: posted, width: 18 }]),
    ...(touched.length === 0 ? [] : [{ kind: 'amounts' as const, lines: touched }]),
  ];
  return { openings: [openingOf(fund)], pages: [{ parts }], legend: [], last: [line(message, 'strong')] };
}
