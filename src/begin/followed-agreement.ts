import { columnsHolding } from '../agreement/ledger-kinds.js';
import type { AgreementDocument } from '../agreement/schema.js';
import { unhandled } from '../diagnostics/unhandled.js';
import { nowOf, type Successors } from './successors.js';
import { sumOfPercents, sumOfTexts } from './sums-of-texts.js';
import type { YamlEdit } from './yaml-edit.js';

type Path = readonly (string | number)[];

/** Puts successors in the place of the partners that give way, wherever the agreement names them, and adds up. */
export function followSuccessors(edit: YamlEdit, document: AgreementDocument, successors: Successors): void {
  if (successors.size === 0) return;
  followPartners(edit, document, successors);
  const now = (code: string) => nowOf(successors, code);
  const words = (path: Path, codes: readonly string[] | undefined) => {
    if (codes?.some((code) => successors.has(code))) edit.setWords(path, [...new Set(codes.map(now))]);
  };
  const scalar = (path: Path, code: string | undefined) => {
    if (code !== undefined) edit.setScalar(path, now(code));
  };
  const added = (path: Path, items: readonly Item[] | undefined, value: 'amount' | 'percent') => {
    addUp(edit, { path, items: items ?? [], value, unit: document.unit, now });
  };
  for (const [index, { members }] of document.groups.entries()) words(['groups', index, 'members'], members);
  for (const [index, { host }] of document.pools.entries()) scalar(['pools', index, 'host'], host);
  for (const [index, heading] of document.headings.entries())
    scalar(['headings', index, 'applied_by'], heading.applied_by);
  added(['contributions'], document.contributions, 'amount');
  for (const [index, { kind, constants = {} }] of document.ledgers.entries()) {
    for (const name of columnsHolding(kind, 'body')) scalar(['ledgers', index, 'constants', name], constants[name]);
  }
  for (const [index, rule] of document.rules.entries()) {
    const path = ['rules', index];
    switch (rule.kind) {
      case 'balance':
        break;
      case 'ring-fence':
        added([...path, 'allocations'], rule.allocations, 'amount');
        break;
      case 'performance-payment':
        added([...path, 'pots'], rule.pots, 'amount');
        break;
      case 'variance':
        words([...path, 'among'], rule.among);
        scalar([...path, 'lead'], rule.lead);
        added([...path, 'shares'], rule.shares, 'percent');
        break;
      default:
        unhandled(rule);
    }
  }
}

/** The first partner that gives way makes room for its successor, where that one is not there yet; the others go. */
function followPartners(edit: YamlEdit, { partners }: AgreementDocument, successors: Successors): void {
  const there = new Set(partners.map(({ code }) => code).filter((code) => !successors.has(code)));
  for (const [index, { code }] of partners.entries()) {
    const successor = successors.get(code);
    if (successor === undefined) continue;
    if (there.has(successor)) {
      edit.removeItem(['partners'], index);
      continue;
    }
    there.add(successor);
    edit.setScalar(['partners', index, 'code'], successor);
    edit.setScalar(['partners', index, 'name'], successor);
    edit.setScalar(['partners', index, 'short'], successor);
    edit.removeKey(['partners', index], 'successor');
    // One locality of several would be a guess; it is kept where all that give way share it.
    const before = partners.filter((partner) => successors.get(partner.code) === successor);
    const isOfOne = before.every(({ locality }) => locality === before[0]?.locality);
    if (!isOfOne) edit.removeKey(['partners', index], 'locality');
    edit.commentBehind(['partners', index], `FILL IN: the name, the kind and the locality of ${successor}`);
  }
}

interface Item {
  readonly partner: string;
  readonly source?: string | undefined;
  readonly pool?: string | undefined;
  readonly amount?: string | undefined;
  readonly percent?: string | undefined;
}

interface List {
  readonly path: Path;
  readonly items: readonly Item[];
  readonly value: 'amount' | 'percent';
  readonly unit: AgreementDocument['unit'];
  readonly now: (code: string) => string;
}

/** Items that become one partner’s are added up in the place of the first. */
function addUp(edit: YamlEdit, { path, items, value, unit, now }: List): void {
  const byKey = new Map<string, number[]>();
  for (const [index, { partner, source = '', pool = '' }] of items.entries()) {
    const key = [now(partner), source, pool].join('\0');
    byKey.set(key, [...(byKey.get(key) ?? []), index]);
  }
  for (const [first = 0, ...others] of byKey.values()) {
    edit.setScalar([...path, first, 'partner'], now(items[first]?.partner ?? ''));
    for (const index of others) edit.removeItem(path, index);
    if (others.length === 0) continue;
    const texts = [first, ...others].flatMap((index) => items[index]?.[value] ?? []);
    edit.setScalar([...path, first, value], value === 'percent' ? sumOfPercents(texts) : sumOfTexts(texts, unit));
  }
}
