/** What Excel has made of the text of a cell. */
export type Damage = 'number' | 'day' | 'hashes' | 'error';

const number = /^\d(\.\d+)?E[+-]\d{2,3}$/i;
const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const day = new RegExp(`^\\d{1,2}-(?:${months})(?:-\\d{2,4})?$`, 'i');
const monthOfYear = new RegExp(`^(?:${months})-\\d{2}$`, 'i');
/** `1E-05` and `1-Feb`. */
const shortestDamage = 5;
const excelError = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i;

/**
 * What Excel has made of a code, a name or a reference, or undefined where it is as it was written. A month and a year
 * is damage only in a code: people name references so. Nearly every cell is told from its first character.
 */
export function damageOf(text: string, isCode: boolean): Damage | undefined {
  const first = text.charCodeAt(0);
  if (first > 57) return isCode && text.length === 6 && monthOfYear.test(text) ? 'day' : undefined;
  if (text.length < shortestDamage && !text.startsWith('#')) return undefined;
  const bare = text.trim();
  if (number.test(bare)) return 'number';
  if (day.test(bare)) return 'day';
  if (/^##+$/.test(bare)) return 'hashes';
  return excelError.test(bare) ? 'error' : undefined;
}

/** Whether Excel saves a code as this damaged text: `10E-06` as `1.00E-05`, `1-2` as `01-Feb`. */
export function isSavedAs(code: string, damaged: string): boolean {
  const damagedParts = partsOf(damaged);
  const codeParts = partsOf(code);
  if (damagedParts !== undefined) {
    return (
      codeParts !== undefined &&
      codeParts.exponent === damagedParts.exponent &&
      rounded(codeParts.digits, damagedParts.digits.length) === damagedParts.digits
    );
  }
  const [, first = '', second = ''] = /^(\d{1,2})[-/](\d{1,2})$/.exec(code) ?? [];
  const [, d = '', month = ''] = /^(\d{1,2})-([a-z]{3})$/i.exec(damaged) ?? [];
  const index = months.split('|').findIndex((name) => name.toLowerCase() === month.toLowerCase());
  return index >= 0 && Number(first) === Number(d) && Number(second) === index + 1;
}

/** The code of digits, E and digits that begins with a schedule’s own, and that Excel saves as this number. */
export function codeOfSchedule(schedule: string, damaged: string): string {
  const [, digits = ''] = /^0*(\d+)E$/i.exec(schedule) ?? [];
  const damagedParts = partsOf(damaged);
  if (digits === '' || damagedParts === undefined) return '';
  const ordinal = digits.length - 1 - damagedParts.exponent;
  const code = `${schedule}-${String(ordinal).padStart(2, '0')}`;
  return ordinal >= 0 && ordinal < 1000 && isSavedAs(code, damaged) ? code : '';
}

interface Scientific {
  /** Its significant digits, of which the first is not nought. */
  readonly digits: string;
  readonly exponent: number;
}

/** A number as `1.00E-05`, `10E-06` or plain digits write it. */
function partsOf(text: string): Scientific | undefined {
  const match = /^0*(\d+)(?:\.(\d+))?(?:E([+-]?\d{1,3}))?$/i.exec(text);
  if (match === null) return undefined;
  const [, whole = '', fraction = '', power = '0'] = match;
  return { digits: whole + fraction, exponent: whole.length - 1 + Number(power) };
}

/** The first digits of a number, rounded as Excel shows them, and filled up with noughts. */
function rounded(digits: string, count: number): string {
  const kept = BigInt(digits.slice(0, count).padEnd(count, '0'));
  const isUp = (digits[count] ?? '0') >= '5';
  return String(isUp ? kept + 1n : kept);
}
