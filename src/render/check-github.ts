import type { DiagnosticDocument, Envelope } from '../statement/document-schema.js';

/**
 * Annotations for a pull request on GitHub: a workflow command for each diagnostic, at its file and line, and a notice
 * with the conclusion. Files are named from the folder the program runs in, which is the repository's.
 */
export function githubAnnotations(
  { diagnostics }: Envelope,
  { folder, conclusion }: { readonly folder: string; readonly conclusion: string },
): string {
  const lines = diagnostics.map((diagnostic) => annotation(diagnostic, folder));
  return `${[...lines, `::notice title=bcf check::${data(conclusion)}`].join('\n')}\n`;
}

function annotation({ severity, code, message, help, file, line, rule }: DiagnosticDocument, folder: string): string {
  const properties = [
    ...(file === undefined ? [] : [`file=${property(folder === '' ? file : `${folder}/${file}`)}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${property(code)}`,
  ];
  const clause = rule === undefined ? '' : ` (${rule.clause})`;
  return `::${severity} ${properties.join(',')}::${data(`${message}${clause}. ${help}`)}`;
}

/** The message of a workflow command stands on one line. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
