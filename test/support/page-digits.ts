import type { FundWords } from './fund-words.js';
import { type Element, elementsOf, hasClass, wordsOf } from './html.js';
import { exactOf, isShownAs } from './page-amounts.js';

/** What a reading of a page comes to. */
interface Reading {
  /** Each run of digits that is no figure, code or date, with the words that it stands in. */
  readonly strays: readonly string[];
  /** How many runs of digits the page has. */
  readonly digits: number;
  /** How many amounts were held against another way to them. */
  readonly compared: number;
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const shortMonths = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';

/** Days, quarters, years; rules; codes of what was found; and the name of the hash. */
const codes = [
  new RegExp(`\\b[0-3]?\\d (${months}|${shortMonths})( \\d{4})?\\b`, 'g'),
  /\b\d{4}-\d\d-\d\d\b/g,
  /\b\d{4}\/\d\d\b/g,
  /\bQ[1-4]\b/g,
  /\bR([1-9]|1[0-2])\b/g,
  /\bBCF\d{4}\b/g,
  /\bSHA-256\b/g,
  /\bSI \d{4}\/\d+, regulation \d+\b/g,
];

/** Reads every digit that a page shows or says, and finds those that are no named figure, no code and no date. */
export function digitsOf(page: Element, fund: FundWords): Reading {
  return new PageDigits(page, fund).read();
}

class PageDigits {
  readonly #page: Element;
  readonly #fund: FundWords;
  /** What each working comes to, by its address. */
  readonly #workings = new Map<string, string>();
  /** What the lines of each working come to, with their workings, by its address. */
  readonly #terms = new Map<string, readonly Pick<TermLine, 'amount' | 'href'>[]>();
  /** The workings that say that parts of nil are left out. */
  readonly #withNil = new Set<string>();
  /** Each line of each working, as a tree may repeat it. */
  readonly #lines = new Set<string>();
  readonly #strays: string[] = [];
  #compared = 0;

  constructor(page: Element, fund: FundWords) {
    this.#page = page;
    this.#fund = fund;
    for (const article of elementsOf(page).filter(({ name }) => name === 'article')) {
      this.#workings.set(
        `#${article.attributes.id ?? ''}`,
        wordsIn(article, (one) => hasClass(one, 'amount')),
      );
      this.#terms.set(`#${article.attributes.id ?? ''}`, termsOf(article));
      if (wordsOf(article).includes('and parts of nil')) this.#withNil.add(`#${article.attributes.id ?? ''}`);
      for (const { amount, what } of termsOf(article)) this.#lines.add(`${amountIn(amount)} ${what}`);
    }
  }

  read(): Reading {
    this.#visit(this.#page, []);
    const digits = spokenOf(this.#page).join(' ').match(/\d+/g)?.length ?? 0;
    return { strays: this.#strays, digits, compared: this.#compared };
  }

  #visit(element: Element, within: readonly Element[]): void {
    for (const said of attributesOf(element)) this.#words(said, [...within, element]);
    if (element.name === 'style' || element.name === 'meta') return;
    if (element.name === 'article') this.#article(element);
    else if (isAmount(element, within)) this.#amount(element, within);
    else if (hasClass(element, 'how')) this.#how(element, within);
    else if (element.name === 'small' && elementsOf(element).some(({ name }) => name === 'code')) this.#source(element);
    else this.#within(element, within);
  }

  #within(element: Element, within: readonly Element[]): void {
    if (element.name === 'code' && this.#place(wordsOf(element)) !== undefined) return;
    for (const child of element.children) {
      if (typeof child === 'string') this.#words(child, [...within, element]);
      else this.#visit(child, [...within, element]);
    }
  }

  /** An amount that is shown as one: what its working comes to, or what a line of a working says. */
  #amount(element: Element, within: readonly Element[]): void {
    const text = amountIn(wordsOf(element));
    const [shown, ...more] = text.match(/\(?[-−]?£?\d[\d,]*(\.\d+)?(k|m|bn)?%?\)?/g) ?? [];
    if (shown === undefined) return;
    const unit = within.some(({ attributes }) => attributes['data-h']?.endsWith('£m')) ? 'm' : '';
    const isSo = more.length === 0 && this.#isFigure(element, `${shown}${unit}`, within);
    this.#agree(isSo, text);
  }

  #isFigure(element: Element, shown: string, within: readonly Element[]): boolean {
    if (element.name === 'a') return isShownAs(shown, this.#workings.get(hrefOf(element)) ?? '');
    if (hasClass(element, 'n')) return /^£?0(\.0+)?[mk%]?$/.test(shown);
    return element.name === 'strong' ? this.#isOfTree(element, within) : this.#isInSection(shown, within);
  }

  /** A tree repeats lines of workings: the amount with what it is of; of one that has no room, what `trace` says. */
  #isOfTree(element: Element, within: readonly Element[]): boolean {
    const parent = within.at(-1);
    const others = parent?.children.slice(parent.children.indexOf(element) + 1) ?? [];
    const line = others.slice(0, others.findIndex((one) => typeof one !== 'string' && one.name === 'small') >>> 0);
    const what = wordsOf({ name: '', attributes: {}, children: line }).trim();
    const amount = amountIn(wordsOf(element));
    return this.#lines.has(`${amount} ${what}`) || this.#fund.traced.has(exactOf(amount.replace(/[()]/g, '')) ?? -1n);
  }

  /** What a picture says in words, or only on paper, is a figure of the section that it stands in. */
  #isInSection(shown: string, within: readonly Element[]): boolean {
    const section = within.findLast(({ name }) => name === 'section');
    const links = section === undefined ? [] : elementsOf(section).filter((one) => hasClass(one, 'n'));
    return links.some((link) => isShownAs(shown, this.#workings.get(hrefOf(link)) ?? ''));
  }

  /** A working: its amount is that of `--json`, or what its lines come to; each line has a working, a place or rows. */
  #article(article: Element): void {
    const inside = elementsOf(article);
    const name = wordsIn(article, (one) => hasClass(one, 'name'));
    const amount = wordsIn(article, (one) => hasClass(one, 'amount'));
    const named = this.#fund.figures.get(name);
    const terms = termsOf(article);
    const sum = terms.reduce(
      (total, { amount: own, isLess }) => total + (isLess ? -1n : 1n) * (exactOf(own) ?? 0n),
      0n,
    );
    const isFormula = inside.some((one) => hasClass(one, 'how') && wordsOf(one).startsWith('= '));
    const isStated = terms.length === 0 && isFormula;
    const isKnown = named === undefined ? sum === exactOf(amount) || isFormula : isShownAs(amount, named);
    this.#agree(isKnown || isStated, `${name}: ${amount}`);
    for (const term of terms) this.#term(term, article);
    for (const child of article.children) {
      if (typeof child === 'string' || ['amount', 'terms', 'name'].some((kind) => hasClass(child, kind))) continue;
      this.#visit(child, [article]);
    }
  }

  /** A formula in words may name the numbers that the agreement states. */
  #how(how: Element, within: readonly Element[]): void {
    for (const child of how.children) if (typeof child !== 'string') this.#visit(child, [...within, how]);
    for (const text of how.children.flatMap((child) => (typeof child === 'string' ? [child] : []))) {
      const rest = text.replace(/£?\d[\d,]*(\.\d+)?%?/g, (number) =>
        this.#fund.stated.has(exactOf(number) ?? -1n) ? '' : number,
      );
      if (/\d/.test(this.#without(rest))) this.#words(text, [...within, how]);
    }
  }

  #term({ amount, href, what, asides }: TermLine, article: Element): void {
    if (href !== undefined) this.#agree(isShownAs(amount, this.#workings.get(href) ?? ''), `${what}: ${amount}`);
    const link = href === undefined ? [] : [{ name: 'a', attributes: { href }, children: [] }];
    this.#words(what, [article, ...link]);
    for (const aside of asides) this.#source(aside);
  }

  /** A row of a ledger is there, and says what is quoted of it. */
  #source(source: Element): void {
    const [code] = elementsOf(source).filter((one) => one.name === 'code');
    const line = code && this.#place(wordsOf(code));
    const quoted = elementsOf(source).filter(({ name }) => name === 'q' || name === 'time');
    const words = quoted.flatMap((one) => wordsOf(one).split(/, | /)).filter((word) => /\d/.test(word));
    this.#agree(line !== undefined && words.every((word) => line.includes(word)), wordsOf(source));
    for (const child of source.children) if (typeof child === 'string') this.#words(child, [source]);
  }

  /** The line of a file that a place names, which is there. */
  #place(place: string): string | undefined {
    const [, path = '', line] = /^(.*?)(?::(\d+))?$/.exec(place) ?? [];
    const lines = this.#fund.files.get(path);
    return line === undefined ? lines?.[0] : lines?.[Number(line) - 1];
  }

  #words(text: string, within: readonly Element[]): void {
    const isOfDocument = within.some(({ name }) => name === 'head');
    const rest = this.#without(isOfDocument ? text.replace(this.#heading(), '') : text);
    if (this.#isOfOneMatter(rest, within)) return;
    const strays = rest.replace(/£\d[\d,]*(\.\d+)?(k|m|bn)?/g, (shown) =>
      this.#isSaidHere(shown, within) ? '' : shown,
    );
    if (/\d/.test(strays)) this.#strays.push(text.trim());
  }

  /**
   * A working is called as the check or the matter that it is of, whose words say what is there and what is asked for: all
   * amounts in them are of that one.
   */
  #isOfOneMatter(rest: string, within: readonly Element[]): boolean {
    if (!within.some((one) => one.name === 'article' || hasClass(one, 'made-up'))) return false;
    const amounts = (rest.match(/£\d[\d,]*\.\d\d/g) ?? []).map((amount) => exactOf(amount) ?? -1n);
    const others = rest.replace(/£\d[\d,]*\.\d\d/g, '');
    return (
      amounts.length > 0 &&
      !/\d/.test(others) &&
      this.#fund.matters.some((own) => amounts.every((amount) => own.has(amount)))
    );
  }

  /** Whether words may say an amount here: of a picture’s section, or of the working or the tree that they stand in. */
  #isSaidHere(shown: string, within: readonly Element[]): boolean {
    if (within.some(({ name }) => name === 'desc' || name === 'title')) return this.#isInSection(shown, within);
    const links = within.filter(({ name, attributes }) => name === 'a' && this.#workings.has(attributes.href ?? ''));
    const article = within.find(({ name }) => name === 'article');
    const own = [...links.map(hrefOf), ...(article === undefined ? [] : [`#${article.attributes.id ?? ''}`])];
    if (own.some((address) => this.#isOfWorking(shown, address, 2))) return true;
    if (!within.some((one) => hasClass(one, 'made-up'))) return false;
    const sum = within.flatMap((one) =>
      one.name === 'li' ? elementsOf(one).filter((own) => hasClass(own, 'sum')) : [],
    );
    const matters = sum.flatMap(elementsOf).filter(({ name }) => name === 'a');
    return matters.some((link) => this.#isOfWorking(shown, hrefOf(link), 4));
  }

  /** Whether an amount is what a working comes to, or a line of it, or of a line’s own working, so many levels down. */
  #isOfWorking(shown: string, address: string, depth: number): boolean {
    if (isShownAs(shown, this.#workings.get(address) ?? '')) return true;
    if (this.#withNil.has(address) && exactOf(shown) === 0n) return true;
    return (this.#terms.get(address) ?? []).some(
      ({ amount, href }) =>
        isShownAs(shown, amount) || (depth > 1 && href !== undefined && this.#isOfWorking(shown, href, depth - 1)),
    );
  }

  /** What the title of the document repeats. */
  #heading(): string {
    return wordsIn(this.#page, ({ name }) => name === 'h1');
  }

  /** Words without dates and codes, without what is the user’s, and without amounts that are those of figures. */
  #without(text: string): string {
    let rest = text.replace(/\s+/g, ' ').replace(/[0-9a-f]{64}/g, (hash) => (this.#fund.hashes.has(hash) ? '' : hash));
    rest = this.#withoutPlaces(rest);
    for (const own of this.#fund.texts) rest = withoutWord(rest, own);
    for (const code of codes) rest = rest.replace(code, '');
    return rest;
  }

  /** Places in files, as a figure says where it comes from: `plan.csv:9`, `plan.csv, 7 rows`, `the sum of 7 cells of …`. */
  #withoutPlaces(text: string): string {
    return text.replace(
      /(the sum of (\d+) cells of )?([\w/.-]+\.(?:csv|yaml)(?::\d+)?)(, (\d+) rows)?/g,
      (said, _of, cells = '0', place, _rows, rows = '0') => {
        const lines = this.#fund.files.get(place.replace(/:\d+$/, ''));
        const isThere = this.#place(place) !== undefined && Number(rows) <= (lines?.length ?? 0);
        return isThere && Number(cells) <= (lines ?? []).join(',').split(',').length ? '' : said;
      },
    );
  }

  #agree(isSo: boolean, shown: string): void {
    this.#compared += 1;
    if (!isSo) this.#strays.push(shown);
  }
}

/** The text and the spoken attributes of an element and of all in it. */
function spokenOf(element: Element): string[] {
  if (element.name === 'style' || element.name === 'meta') return [];
  return [
    ...attributesOf(element),
    ...element.children.flatMap((child) => (typeof child === 'string' ? [child] : spokenOf(child))),
  ];
}

function attributesOf({ attributes }: Element): string[] {
  return ['aria-label', 'title', 'alt', 'data-h'].flatMap((name) => attributes[name] ?? []);
}

function isAmount(element: Element, within: readonly Element[]): boolean {
  if (hasClass(element, 'n') || (element.name === 'tspan' && hasClass(element, 'amount'))) return true;
  return element.name === 'strong' && within.some((one) => hasClass(one, 'made-up'));
}

interface TermLine {
  readonly amount: string;
  readonly isLess: boolean;
  readonly href: string | undefined;
  readonly what: string;
  readonly asides: readonly Element[];
}

/** The lines of a working: its terms, or its rows. */
function termsOf(article: Element): TermLine[] {
  const lists = elementsOf(article).filter((one) => hasClass(one, 'terms'));
  return lists.flatMap(elementsOf).flatMap((item): TermLine[] => {
    const [bold] = item.children.filter((child) => typeof child !== 'string');
    if (item.name !== 'li' || bold === undefined) return [];
    return [
      {
        amount: amountIn(wordsOf(bold)),
        isLess: wordsOf(bold).includes('less '),
        href: elementsOf(bold).find(({ name }) => name === 'a')?.attributes.href,
        what: item.children.filter((child) => typeof child === 'string').join(''),
        asides: elementsOf(item).filter(({ name }) => name === 'small'),
      },
    ];
  });
}

function amountIn(text: string): string {
  return text
    .replace(/^− ?/, '')
    .replace(/^less /, '')
    .replace(/^minus /, '');
}

function wordsIn(element: Element, isIt: (one: Element) => boolean): string {
  const found = elementsOf(element).find(isIt);
  return found === undefined ? '' : wordsOf(found);
}

function hrefOf({ attributes }: Element): string {
  return attributes.href ?? '';
}

/** Words without a name or code in them, where that stands by itself. */
function withoutWord(text: string, word: string): string {
  if (!text.includes(word)) return text;
  let rest = '';
  let from = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + word.length] ?? ' '];
    if (/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after)) continue;
    rest += text.slice(from, at);
    from = at + word.length;
  }
  return rest + text.slice(from);
}
