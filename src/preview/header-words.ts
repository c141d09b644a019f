/** A header as words: `INVOICE_NUM` and `PostingDate` have two each. */
export function wordsOf(header: string): string {
  return header
    .replace(/[_\s]+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .trim();
}

export const dayName = /\bdate\b|\bposted\b|\bday\b/i;
export const debitName = /(?<![/&] ?)\b(?:debits?|dr)\b(?! ?[/&])/i;
export const creditName = /(?<![/&] ?)\b(?:credits?|cr)\b(?! ?[/&]| note)/i;
export const numberOfDocument =
  /\b(?:doc(?:ument)?|invoice|inv|trans(?:action)?|voucher|journal|payment|receipt|cheque|entry)\b.*(?:\bno\b|num|\bid\b|\bref|#)|\bref(?:erence)?\b|^(?:document|voucher|invoice|transaction|receipt)$/i;
export const numberOfLine = /\b(?:line|seq(?:uence)?)\b|^item(?: (?:no|num(?:ber)?))?$/i;
export const whatFor =
  /\b(?:narrative|narration|desc(?:ription)?|details?|purpose|comments?|remarks?|particulars|text)\b/i;
export const whom = /\b(?:supplier|payee|vendor|merchant|beneficiary|creditor)\b/i;
export const whoPaid =
  /\b(?:payer|paid by|received from|remitter|customer|debtor|partner|organisation|body|ccg|icb)\b/i;
export const codeName =
  /\b(?:(?:cost ?)?cent(?:re|er)|subjective|account|nominal|gl|ledger code|expense|expenditure (?:type|category)|directorate|service|department|dept|analysis|category|project|segment ?\d+|fund(?:ing)?|grant|income)\b/i;
