import { describe, expect, test } from 'vitest';
import { openingHeader, readCsv } from './read-csv.js';

/** What is said of a column that is none of a ledger’s, by its header and its cells. */
async function saidOf(header: string, cells: readonly string[], ignore: readonly string[] = []): Promise<string[]> {
  const rows = cells.map((cell, index) => `main,h${index},01A,100,"${cell}"`);
  const { diagnostics } = await readCsv(`${[`${openingHeader},${header}`, ...rows].join('\n')}\n`, { ignore });
  return diagnostics.map(({ code, args }) => `${code} ${args.found ?? args.amount ?? args.columns}`);
}

describe('a column that is not read may be money', () => {
  test.each([
    ['D/C', ['D', 'C', 'D'], 'BCF3041 C and D'],
    ['Dr/Cr', ['DR', 'CR', 'DR'], 'BCF3041 CR and DR'],
    ['sign', ['+', '-', '+'], 'BCF3041 + and -'],
    ['Type', ['Debit', 'Credit', ''], 'BCF3041 Credit and Debit'],
    ['Type', ['D', 'D', 'D'], 'BCF3041 D'],
    ['D/C', ['H', 'S', ''], 'BCF3041 H and S'],
    ['DrCr', ['credit memo', 'debit', 'debit'], 'BCF3041 credit memo and debit'],
    ['Debit/credit indicator', ['1', '2', '1'], 'BCF3041 1 and 2'],
    ['X', ['100 CR', '150 DR', ''], 'BCF3042 £250.00'],
    ['X', ['GBP 300', 'GBP 10', ''], 'BCF3042 £310.00'],
    ['Credit', ['', '200.00', ''], 'BCF3042 £200.00'],
    ['VAT', ['20', '0', '1'], 'BCF3042 £21.00'],
    ['Running balance', ['100.00', '200.00', '300.00'], 'BCF3042 £600.00'],
    ['X', ['£1,000', '(5)', '-'], 'BCF3042 £995.00'],
  ])('%s of %j', async (header, cells, said) => {
    expect(await saidOf(header, cells)).toEqual([said]);
    // Where the agreement says that it is the export’s own, nothing is said of it.
    expect(await saidOf(header, cells, [header.toUpperCase()])).toEqual([]);
  });

  test.each([
    ['Cost centre', ['4410', '4411', '4410'], '4410, 4411'],
    ['Period', ['1', '2', '3'], '1, 2 and others'],
    ['Status', ['D', 'C', 'X'], 'D, C and others'],
    ['Officer', ['J Smith', '', ''], 'J Smith'],
    ['Posted', ['2015-06-30', '2015-06-30', ''], '2015-06-30'],
    ['VAT code', ['S', 'Z', 'E'], 'S, Z and others'],
    ['Credit', ['', '', ''], 'blank'],
    ['Balance', ['100.00', 'n/a', '3.00'], '100.00, n/a and others'],
    ['Narrative', ['Invoice for home care in the month of June', '', ''], 'Invoice for home care i…'],
  ])('%s of %j is the export’s own, and what is in it is said', async (header, cells, texts) => {
    expect(await saidOf(header, cells)).toEqual([`BCF3007 “${header}” (${texts})`]);
  });
});
