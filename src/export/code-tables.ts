import { toPounds } from '../money/format-money.js';
import type { Exported } from './exported.js';
import { oneOf, optional, type PackageTable, refersTo, required } from './package-table.js';

/** The code lists of a fund: bodies, localities, pools, sources, headings and local schemes. */
export function codeTables(exported: Exported): PackageTable[] {
  return [...tablesOfBodies(exported), ...tablesOfMoney(exported)];
}

function tablesOfBodies({ agreement }: Exported): PackageTable[] {
  const groupOf = (code: string) => [...agreement.groups.values()].find(({ members }) => members.includes(code))?.code;
  return [
    {
      name: 'bodies',
      title: 'Partners, and groups of them',
      fields: [required('code'), required('name'), required('kind'), optional('locality'), optional('group')],
      primaryKey: ['code'],
      foreignKeys: [refersTo('locality', 'localities'), refersTo('group', '')],
      rows: [
        ...[...agreement.partners.values()].map(({ code, name, kind, locality }) => [
          code,
          name,
          kind,
          locality,
          groupOf(code),
        ]),
        ...[...agreement.groups.values()].map(({ code, name }) => [code, name, 'group', undefined, undefined]),
      ],
    },
    {
      name: 'localities',
      title: 'Reporting areas of one or more partners',
      fields: [required('code'), required('name')],
      primaryKey: ['code'],
      foreignKeys: [],
      rows: [...agreement.localities.values()].map(({ code, name }) => [code, name]),
    },
    {
      name: 'pools',
      title: 'Pooled funds and their hosts',
      fields: [required('code'), required('name'), required('host')],
      primaryKey: ['code'],
      foreignKeys: [refersTo('host', 'bodies')],
      rows: [...agreement.pools.values()].map(({ code, name, host }) => [code, name, host]),
    },
  ];
}

function tablesOfMoney({ agreement, schemes }: Exported): PackageTable[] {
  return [
    {
      name: 'sources',
      title: 'Where contributed money comes from',
      fields: [
        required('code'),
        required('name'),
        oneOf('nature', ['capital', 'revenue']),
        oneOf('form', ['money', 'in-kind']),
      ],
      primaryKey: ['code'],
      foreignKeys: [],
      rows: [...agreement.sources.values()].map(({ code, name, nature, inKind }) => [
        code,
        name,
        nature,
        inKind ? 'in-kind' : 'money',
      ]),
    },
    {
      name: 'headings',
      title: 'What the money is applied to',
      fields: [
        required('code'),
        required('name'),
        oneOf('nature', ['capital', 'revenue']),
        oneOf('arrangement', ['pooled', 'aligned', 'lead-commissioned']),
        required('applied_by'),
        required('pool'),
        required('allocation_gbp', 'number', 'What the agreement allots to it for the year'),
      ],
      primaryKey: ['code'],
      foreignKeys: [refersTo('applied_by', 'bodies'), refersTo('pool', 'pools')],
      rows: [...agreement.headings.values()].map((heading) => [
        heading.code,
        heading.name,
        heading.nature,
        heading.arrangement,
        heading.appliedBy,
        heading.pool,
        toPounds(heading.allocationPence),
      ]),
    },
    {
      name: 'schemes',
      title: 'Local schemes of each schedule',
      fields: [
        required('id', 'string', 'The schedule and the scheme’s code in it'),
        required('schedule'),
        required('scheme'),
        required('name'),
        optional('heading'),
        required('planned_gbp', 'number'),
      ],
      primaryKey: ['id'],
      foreignKeys: [refersTo('schedule', 'bodies'), refersTo('heading', 'headings')],
      rows: schemes.map(({ schedule, scheme, name, heading, amountPence }) => [
        schemeId(schedule, scheme),
        schedule,
        scheme,
        name,
        heading,
        toPounds(amountPence),
      ]),
    },
  ];
}

/** A scheme of a schedule: codes are each schedule’s own. */
export function schemeId(schedule: string, scheme: string): string {
  return [schedule, scheme].map((code) => code.replace(/[%/]/g, encodeURIComponent)).join('/');
}
