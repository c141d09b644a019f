import { counted } from '../diagnostics/entry.js';
import { bracketed, inPounds, separated } from '../money/format-money.js';
import type { TouchedResult, TraceDocumentNode, TracedRow, TraceResult } from '../statement/trace-schema.js';
import { legend } from './legend.js';
import { opening, openings } from './opening.js';
import type { Style } from './style.js';
import { wrapped } from './wrap.js';

/** How wide a page is, and the column in which every amount stands. */
const pageWidth = 112;
const amountWidth = 18;

interface Options {
  readonly names: boolean;
}

/** A trace for the terminal: every amount in one column, and beside it the tree of what it is made of. */
export function traceText(result: TraceResult, style: Style, options: Options): string {
  const { fund, against, trace, depth, deepest } = result;
  const lines = [...drawn(trace, { stem: '', isRoot: true }, style, options)];
  const cut =
    depth < deepest ? [style.faint(`${counted(depth, 'level')} of ${deepest} shown; --depth all shows every one`)] : [];
  const marks = legend({ isDerived: has(trace, 'derived'), isIllustrative: has(trace, 'illustrative') });
  const parts = [openings(fund, against, style), lines.join('\n'), ...cut, ...marks, style.strong(conclusion(trace))];
  return `${parts.join('\n\n')}\n`;
}

function markOf({ provenance }: TraceDocumentNode): string {
  return provenance === undefined ? '' : { derived: ' [d]', illustrative: ' [i]' }[provenance];
}

function has(node: TraceDocumentNode, provenance: TraceDocumentNode['provenance']): boolean {
  return node.provenance === provenance || (node.parts ?? []).some((part) => has(part, provenance));
}

function conclusion({ what, amount, unit }: TraceDocumentNode): string {
  return `${what}: ${shown(amount, unit, true)}`;
}

interface Branch {
  /** What stands before the children: the lines of the tree. */
  readonly stem: string;
  readonly isRoot?: boolean;
  readonly isLast?: boolean;
  readonly clause?: string | undefined;
}

function* drawn(node: TraceDocumentNode, branch: Branch, style: Style, options: Options): Generator<string> {
  const { stem, isRoot = false, isLast = true } = branch;
  const under = isRoot ? '' : `${stem}${isLast ? '   ' : '│  '}`;
  const rule = node.rule && `${node.rule.id}, ${node.rule.clause}`;
  const mark = node.at === undefined ? (node.isShownAbove ? ' (as above)' : '') : ` (${placeOf(node.at)})`;
  const [first = '', ...more] = lines(`${node.what}${markOf(node)}${mark}`, under.length);
  const head = isRoot ? style.strong(first) : `${stem}${isLast ? '└─ ' : '├─ '}${first}`;
  yield `${column(signed(node))}  ${head}`;
  const inner = `${under}${hasChildren(node) ? '│  ' : '   '}`;
  const aside = (text: string) =>
    lines(text, inner.length).map((line) => `${' '.repeat(amountWidth)}  ${inner}${style.faint(line)}`);
  for (const line of more) yield `${' '.repeat(amountWidth)}  ${under}${line}`;
  const below = node.below === undefined ? '' : `… ${counted(node.below, 'part')} below`;
  const isNamed = isRoot || options.names || (below !== '' && node.name !== undefined);
  const named = isNamed ? (node.name ?? node.account ?? '') : '';
  if (named !== '' || below !== '') yield* aside([named, below].filter((text) => text !== '').join(' '));
  const how = [node.how, rule === branch.clause ? undefined : rule && `(${rule})`].filter((text) => text !== undefined);
  if (how.length > 0 && (isRoot || (node.kind !== 'given' && node.isShownAbove === undefined)))
    yield* aside(`= ${how.join(' ')}`);
  const children = node.parts ?? [];
  for (const [index, part] of children.entries()) {
    yield* drawn(
      part,
      { stem: under, isLast: index === children.length - 1, clause: rule ?? branch.clause },
      style,
      options,
    );
  }
  yield* rowsOf(node, under, style);
}

function hasChildren({ parts = [], rows = [], moreRows }: TraceDocumentNode): boolean {
  return parts.length + rows.length > 0 || moreRows !== undefined;
}

function* rowsOf({ rows = [], moreRows }: TraceDocumentNode, under: string, style: Style): Generator<string> {
  for (const [index, row] of rows.entries()) {
    const isLast = index === rows.length - 1 && moreRows === undefined;
    yield `${column(bracketed(row.amount))}  ${under}${isLast ? '└─ ' : '├─ '}${rowText(row)}`;
  }
  if (moreRows === undefined) return;
  const { count, amount } = moreRows;
  yield `${column(bracketed(amount))}  ${under}└─ ${style.faint(`${counted(count, 'more row')}; --rows ${rows.length + count} lists them`)}`;
}

function rowText({ file, line, date, reference, note }: TracedRow): string {
  return [placeOf({ file, line }), date, reference, note]
    .filter((text) => text !== undefined)
    .join('  ')
    .replace(/\s*\n\s*/g, ' ');
}

function placeOf({ file, line }: { readonly file: string; readonly line?: number | undefined }): string {
  return line === undefined ? file : `${file}:${line}`;
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

function column(text: string): string {
  return text.padStart(amountWidth);
}

function lines(text: string, used: number): string[] {
  return wrapped(text, { width: Math.max(40, pageWidth - amountWidth - 5 - used) }).map((line) => line.trim());
}

/** Which figures a row touches, for the terminal. */
export function touchedText(result: TouchedResult, style: Style): string {
  const { fund, row, postings, figures, message } = result;
  const width = Math.max(0, ...figures.map(({ amount, unit }) => shown(amount, unit, false).length));
  const parts = [
    opening(fund, style),
    [style.strong(`${placeOf(row)} (${row.kind})`), row.text].join('\n'),
    ...(postings.length === 0
      ? []
      : [
          [
            'Posted to',
            ...postings.map(
              ({ account, quarter, amount }) =>
                `${column(bracketed(amount))}  ${account}${quarter === undefined ? '' : `, ${quarter}`}`,
            ),
          ].join('\n'),
        ]),
    ...(figures.length === 0
      ? []
      : [figures.map(({ name, amount, unit }) => `${shown(amount, unit, false).padStart(width)}  ${name}`).join('\n')]),
    style.strong(message),
  ];
  return `${parts.join('\n\n')}\n`;
}
