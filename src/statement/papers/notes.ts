import { labelOf } from '../../agreement/bodies.js';
import { isAlignedMoney } from '../../agreement/tied-money.js';
import { Figure, ruleOf, type Term } from '../../figures/figure.js';
import { balances, minus, plus } from '../../figures/terms.js';
import { alignedIn } from '../../rules/aligned.js';
import type { Books } from '../../rules/check.js';
import type { ClosingLine } from '../../rules/closing-lines.js';
import { type ContributionStanding, contributionStandings } from '../../rules/contributions.js';
import { bodyPaid } from '../../rules/due-out.js';
import { isBalanceKnown } from '../../rules/known.js';
import { settle } from '../../rules/settlement.js';
import type { BodyNote } from '../report-figures-schema.js';
import { rulesOfPapers } from './rules-of-papers.js';

const rule = rulesOfPapers.poolManager;

/**
 * What each body needs for the note in its own accounts (R6): what it is due to pay in, what was spent on its schedule and by
 * it, and what it has in the pools and owes them. Nobody’s where not all of the actuals are known.
 */
export function notesOf(books: Books): BodyNote[] {
  if (!isBalanceKnown(books)) return [];
  const { agreement, actual } = books;
  const paid = actual
    .list('applied')
    .filter(({ account }) => !isAlignedMoney(agreement, account))
    .map((balance) => ({ body: bodyPaid(agreement, balance.account), balance }));
  return [...agreement.bodies.keys()].flatMap((body): BodyNote[] => {
    const label = labelOf(agreement, body);
    const figure = (what: string, how: string, terms: readonly Term[]) =>
      Figure.money({ what: `${label}: ${what}`, how, rule, terms });
    const income = contributionStandings(books)
      .filter(({ partner, agreed, dueToDate }) => partner === body && !(agreed.isNil && (dueToDate?.isNil ?? true)))
      .map((standing) => incomeOf(books, label, standing));
    const spending = [...agreement.headings.values()].flatMap(({ code, name, nature }) => {
      const accounts = actual.list('applied', { schedule: body, heading: code });
      const amount = figure(`${name} on its schedule`, 'its accounts, whoever spent it', balances(accounts));
      return accounts.length === 0 ? [] : [{ heading: code, label: name, nature, amount }];
    });
    const own = alignedIn(books, 'actual', body);
    const aligned = figure('aligned, contributed as it is spent', 'its accounts', balances(own));
    const itsOwn = paid.filter((other) => other.body === body).map(({ balance }) => balance);
    const spent = figure('spent by it out of the pools', 'its accounts, on whatever schedule', balances(itsOwn));
    const standing = standingOf(books, body, label);
    const isEmpty = income.length + spending.length === 0 && spent.isNil && isNothing(standing);
    return isEmpty ? [] : [{ body, label, income, ...(own.length > 0 && { aligned }), spending, spent, ...standing }];
  });
}

function incomeOf({ agreement }: Books, label: string, standing: ContributionStanding): BodyNote['income'][number] {
  const { source, pool, kind, dueToDate } = standing;
  const { name = source, nature = 'revenue' } = agreement.sources.get(source) ?? {};
  const what = kind === 'performance' ? `${name}, performance money` : name;
  const amount = Figure.money({
    what: `${label}: ${what}, due`,
    how: 'as it fell due',
    rule,
    terms: dueToDate === undefined ? [] : plus(dueToDate),
  });
  return { source, pool, kind, label: what, nature, amount };
}

type Standing = Pick<BodyNote, 'assets' | 'liabilities' | 'position'>;

/** What a body has in the pools, and what it owes them, gross: no asset is set off against a liability (R5). */
function standingOf(books: Books, body: string, label: string): Standing {
  const { agreement } = books;
  const pools = settle(books).partners.filter(({ partner }) => partner === body);
  const lines = pools.flatMap(({ closing }) => closing);
  // Fenced money that is unspent is kept for its purpose, whatever its source.
  const kept = pools
    .flatMap((pool) => pool.lines)
    .filter(({ isFenced, left }) => isFenced && left.amount > 0n)
    .map(({ left }) => left);
  const own = ruleOf('R5', agreement.balanceRule);
  const figure = (what: string, how: string, terms: readonly Term[]) =>
    Figure.money({ what: `${label}: ${what}`, how, rule: own, terms });
  const asset = (what: string, isMeant: (line: ClosingLine) => boolean) =>
    figure(what, 'line by line', plus(...lines.filter(isMeant).map(({ amount }) => amount)));
  const liability = (what: string, isMeant: (line: ClosingLine) => boolean) =>
    figure(what, 'line by line', minus(...lines.filter(isMeant).map(({ amount }) => amount)));
  const isOver = ({ amount }: ClosingLine) => amount.amount > 0n;
  const isRepayable = (line: ClosingLine) => line.kind === 'variance' && isOver(line);
  const toReturn = contributionStandings(books).flatMap((standing) =>
    standing.partner === body ? (standing.toReturn ?? []) : [],
  );
  // What is not known to be earned came ahead of it, until it is.
  const ahead = lines.filter((line) => line.isUnearned || (line.kind === 'contributions' && isOver(line)));
  const isAsHost = ({ kind }: ClosingLine) => kind === 'handover';
  const [wasHost, isOwedAsHost] = [lines.some(isAsHost), lines.some((line) => isAsHost(line) && isOver(line))];
  const assets = {
    paidAhead: figure('contributions paid ahead', 'line by line, without what is to be returned', [
      ...plus(...ahead.map(({ amount }) => amount)),
      ...minus(...toReturn),
    ]),
    toReturn: figure(
      'performance money not earned, to be returned to it',
      'as its contributions say',
      plus(...toReturn),
    ),
    repayable: asset('underspends repayable to it', (line) => isRepayable(line) && !line.isUnearned),
    ringFenced: figure('held for it, ring-fenced', 'each ring-fence by itself', plus(...kept)),
    other: figure('held for it, other', 'line by line, less what is ring-fenced', [
      ...plus(...lines.filter(({ kind }) => kind === 'balance').map(({ amount }) => amount)),
      ...minus(...kept),
    ]),
    ...(isOwedAsHost && {
      carriedAsHost: asset('carried by it as an earlier host, and not paid to it', isAsHost),
    }),
  };
  const liabilities = {
    outstanding: liability('contributions outstanding', (line) => line.kind === 'contributions' && !isOver(line)),
    overspent: liability('overspends owed', ({ kind, state, ...line }) => {
      return kind === 'variance' && state === 'owed' && line.amount.amount < 0n;
    }),
    drawnAhead: liability('drawn ahead', ({ state }) => state === 'drawn-ahead'),
    ...(wasHost &&
      !isOwedAsHost && { heldAsHost: liability('held by it as an earlier host, and not handed over', isAsHost) }),
  };
  const allAssets = figure('assets', 'added up', plus(...Object.values(assets)));
  const allLiabilities = figure('liabilities', 'added up', plus(...Object.values(liabilities)));
  return {
    assets: { ...assets, total: allAssets },
    liabilities: { ...liabilities, total: allLiabilities },
    position: figure('assets less liabilities', 'assets − liabilities', [...plus(allAssets), ...minus(allLiabilities)]),
  };
}

function isNothing({ assets, liabilities }: Standing): boolean {
  return assets.total.isNil && liabilities.total.isNil;
}
