import type { Agreement } from './agreement.js';

/** The partners that a code of a partner or group stands for. */
export function membersOf(agreement: Pick<Agreement, 'groups'>, code: string): readonly string[] {
  return agreement.groups.get(code)?.members ?? [code];
}

/** Whether a body is, or belongs to, the partner or group named. */
export function isPartOf(agreement: Pick<Agreement, 'groups'>, body: string, partnerOrGroup: string): boolean {
  return body === partnerOrGroup || membersOf(agreement, partnerOrGroup).includes(body);
}

/** Under which code the flow of funds prints a partner: the first group that it belongs to, or itself. */
export function contributorOf({ groups }: Pick<Agreement, 'groups'>, partner: string): string {
  return [...groups.values()].find(({ members }) => members.includes(partner))?.code ?? partner;
}

/** What tables print for a partner or group. */
export function labelOf(agreement: Agreement, code: string): string {
  return agreement.partners.get(code)?.label ?? agreement.groups.get(code)?.name ?? code;
}

/** A body with its code, for sentences: `Ashford CCG (09C)`. */
export function nameOf(agreement: Agreement, code: string): string {
  const name = agreement.partners.get(code)?.name ?? agreement.groups.get(code)?.name;
  return name === undefined || name === code ? code : `${name} (${code})`;
}
