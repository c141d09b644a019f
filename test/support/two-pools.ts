/** An agreement of two pools, up to its rules. North pays into both; South pays into the second only. */
export const twoPools = `fund: { name: Two pools, year: 2015/16 }
unit: pounds
partners:
  - { code: CC, scheme: local, name: Council, kind: county-council }
  - { code: 01A, scheme: ods, name: North, kind: ccg }
  - { code: 02B, scheme: ods, name: South, kind: ccg }
instalments:
  - { quarter: Q1, due: 2015-04-01, percent: 25 }
  - { quarter: Q2, due: 2015-07-01, percent: 25 }
  - { quarter: Q3, due: 2015-10-01, percent: 25 }
  - { quarter: Q4, due: 2016-01-01, percent: 25 }
pools:
  - { code: main, name: Main, host: CC }
  - { code: second, name: Second, host: 01A }
sources:
  - { code: minimum, name: CCG minimum, nature: revenue }
headings:
  - { code: care, name: Care, nature: revenue, pool: main, applied_by: CC, allocation: 100 }
  - { code: beds, name: Beds, nature: revenue, pool: second, applied_by: CC, allocation: 300 }
contributions:
  - { partner: 01A, source: minimum, pool: main, amount: 100 }
  - { partner: 01A, source: minimum, pool: second, amount: 100 }
  - { partner: 02B, source: minimum, pool: second, amount: 200 }
`;
