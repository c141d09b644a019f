import type { Diagnostic, Excerpt, Place } from '../diagnostics/diagnostic.js';
import { cellText, rowText } from '../diagnostics/place-text.js';
import { plainInPlace } from '../diagnostics/plain-text.js';
import type { Style } from './style.js';
import { broken } from './wrap.js';

/** Diagnostics as a finance officer reads them: what, where, the line itself, the clause, what to do next. */
export function diagnosticsText(diagnostics: readonly Diagnostic[], style: Style): string {
  return diagnostics.map((diagnostic) => `${diagnosticText(diagnostic, style)}\n`).join('\n');
}

function diagnosticText(diagnostic: Diagnostic, style: Style): string {
  const { code, message, help, place, rule, excerpt, alsoAt = [], occurrences } = diagnostic;
  const isWarning = diagnostic.class === 'warning';
  const label = isWarning ? style.warn(`warning[${code}]`) : style.bad(`error[${code}]`);
  const { width } = style;
  const name = isWarning ? `warning[${code}]: ` : `error[${code}]: `;
  const [first = '', ...more] = broken(name + message, width, 4);
  const lines = [`${label}: ${style.strong(first.slice(name.length))}`, ...more.map(style.strong)];
  const told = (text: string) => broken(`  ${text}`, width, 8);
  if (place !== undefined) lines.push(...told(`--> ${placeText(place)}`));
  if (excerpt !== undefined) lines.push(...excerptLines(excerpt, style));
  if (alsoAt.length > 0) lines.push(...told(`also: ${alsoText(alsoAt, occurrences)}`));
  if (rule !== undefined) lines.push(...told(`rule: ${rule.kind} ${rule.id} (${rule.clause})`));
  lines.push(...told(`help: ${help}`));
  return lines.join('\n');
}

function placeText(place: Place): string {
  const { line, column, field } = place;
  if (field?.index !== undefined) return cellText(place, field);
  return line === undefined || column === undefined ? rowText(place) : `${rowText(place)}:${column}`;
}

/** A tab is one column wide here, so that the marks stand under what they mean. */
function excerptLines({ line, text, from, length }: Excerpt, style: Style): string[] {
  const number = String(line);
  const longestLine = style.width - number.length - 7;
  // Of a field longer than a line, its beginning is shown.
  const start = Math.max(0, Math.min(from, from + length - longestLine + 20));
  const shown = plainInPlace(text.slice(start, start + longestLine));
  const before = start > 0 ? '…' : '';
  const after = text.length > start + longestLine ? '…' : '';
  const lines = [`  ${style.faint(`${number} |`)} ${before}${shown}${after}`];
  if (length > 0) {
    const indent = ' '.repeat(before.length + from - start);
    lines.push(
      `  ${style.faint(`${' '.repeat(number.length)} |`)} ${indent}${style.bad('^'.repeat(Math.min(length, longestLine - (from - start))))}`,
    );
  }
  return lines;
}

function alsoText(places: readonly Place[], occurrences = places.length + 1): string {
  const listed = places.slice(0, 8).map(rowText);
  const rest = occurrences - 1 - listed.length;
  return rest > 0 ? `${listed.join(', ')} and ${rest} more` : listed.join(', ');
}
