import { amountsOf, type ReadForm, type ReadTable, said } from './read-table.js';

/** The tables of markdown, by their bars; each under its heading. */
export function readMarkdown(markdown: string): ReadForm {
  const tables: ReadTable[] = [];
  const prose: string[] = [];
  let title = '';
  let lines: string[] = [];
  const end = () => {
    const [head, , ...rows] = lines.map(cellsOf);
    if (head !== undefined) tables.push({ title, headers: head, rows });
    lines = [];
  };
  for (const line of markdown.split('\n')) {
    if (line.startsWith('|')) {
      lines.push(line);
      continue;
    }
    end();
    if (line.startsWith('#')) title = wordsOf(line.replace(/^#+ /, ''));
    prose.push(...amountsOf(wordsOf(line)));
  }
  end();
  return { tables, prose };
}

function cellsOf(line: string): string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => said(wordsOf(cell.trim().replace(/^\u2003*\*\*(.*)\*\*$/s, '$1'))));
}

/** Words without the marks by which nothing in them is taken for markdown. */
function wordsOf(text: string): string {
  return text.replace(/\\([^\w\s])/g, '$1');
}
