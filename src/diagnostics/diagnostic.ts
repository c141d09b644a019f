import { type Args, type Code, catalogue } from './catalogue.js';
import type { DiagnosticClass, PlainArgs } from './entry.js';
import { plainText } from './plain-text.js';

/** Where in the user's files a diagnostic points. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  /** Of a workbook the sheet, whose rows are its lines. */
  readonly sheet?: string | undefined;
  /** Character column in a text file such as agreement.yaml. */
  readonly column?: number;
  /** How many characters are meant, from `column`. */
  readonly length?: number;
  /** The field of a row: its name, and its position counted from 0 where that is known already. */
  readonly field?: { readonly index?: number; readonly name: string };
}

/** The line that a diagnostic points at, as the user sees it in the file. */
export interface Excerpt {
  readonly line: number;
  readonly text: string;
  readonly from: number;
  readonly length: number;
}

/** The clause under which a finding is made. */
export interface RuleReference {
  readonly id: string;
  readonly kind: string;
  readonly clause: string;
}

export interface Diagnostic {
  readonly code: Code;
  readonly class: DiagnosticClass;
  readonly args: Readonly<Record<string, string | number>>;
  readonly message: string;
  readonly help: string;
  readonly place?: Place;
  readonly rule?: RuleReference;
  readonly excerpt?: Excerpt;
  /** Further places with the same cause, beyond `place`. */
  readonly alsoAt?: readonly Place[];
  /** How many places have this cause in all, where more than are listed. */
  readonly occurrences?: number;
}

/** Takes a diagnostic as it is found. */
export type Report = (diagnostic: Diagnostic) => void;

interface Context {
  readonly place?: Place | undefined;
  readonly rule?: RuleReference | undefined;
  readonly alsoAt?: readonly Place[] | undefined;
  readonly occurrences?: number | undefined;
}

/**
 * One diagnostic of the catalogue, worded for its arguments. Whatever of the user's it speaks of is made plain here, so
 * that nothing in a file or an argument can write a line of its own.
 */
export function diagnose<C extends Code>(code: C, given: Args<C>, context: Context = {}): Diagnostic {
  const entry = catalogue[code];
  const args = { ...given, ...plainWords(given) };
  return {
    code,
    class: entry.class,
    args,
    message: entry.message(args),
    help: entry.help(args),
    ...(context.place && { place: plainPlace(context.place) }),
    ...(context.rule && { rule: { ...context.rule, ...plainWords({ ...context.rule }) } }),
    ...(context.alsoAt?.length && { alsoAt: context.alsoAt.map(plainPlace) }),
    ...(context.occurrences !== undefined && { occurrences: context.occurrences }),
  };
}

function plainWords(words: PlainArgs): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, word]) => (typeof word === 'string' ? [[key, plainText(word)]] : [])),
  );
}

function plainPlace({ file, sheet, field, ...place }: Place): Place {
  return {
    file: plainText(file),
    ...(sheet !== undefined && { sheet: plainText(sheet) }),
    ...place,
    ...(field && { field: { ...field, name: plainText(field.name) } }),
  };
}
