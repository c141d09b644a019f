/** `bcf help figures`. */
export const figures = `Figures, as controls.csv and bcf apportion name them

  plan.applied[heading=care-act]                a figure of the fund: a name with a dot, picked by its parts
  plan.applied[partner=09C;heading=care-act]    by several parts
  actual.applied[by=KCC;to=Q2]                  up to a quarter; without to=, the quarter of the report
  appendix-3[line=Enablement][total_000]        a published table: the rows, then the column
  appendix-3[line!=TOTAL][Ashford..West Kent]   all rows but one; the columns from one to another
  annex[scheme=Support for Care Homes*][amount_gbp]   * stands for whatever follows
  plan.applied[heading=schemes] + plan.applied[heading=performance]      spaces around + - * /
  agreed.contribution[group=ccgs] * 1000000 / 3460000                    numbers without commas

Figures of the fund, and the parts they are picked by
  agreed.contribution      partner, group, locality, source, pool, nature
  agreed.allocation        heading, by, pool, nature
  plan.applied             partner, group, locality, source, heading, by, pool, nature
  plan.schemes             partner, group, locality, heading, scheme, name
  actual.received          partner, group, locality, source, heading, pool, nature, to
  actual.settled           partner, group, locality, source, heading, pool, nature, to
  actual.brought-forward   partner, group, locality, source, heading, pool, nature, body, kind
  actual.applied           partner, group, locality, source, heading, by, pool, nature, scheme, district, to
  forecast.applied         partner, group, locality, source, heading, by, pool, nature, scheme, to

partner is whose money it is, by is who spends it, body is whose a balance is, kind is balance, contributions or
variance. Published tables are declared under tables: in agreement.yaml, each with the unit of its figures. Rows of a
table are picked by the words in its columns.
`;
