/** `bcf help agreement`. */
export const agreement = `The agreement, as agreement.yaml has it

Amounts are in the unit that the file declares, and every rule names its clause. Pieces of Kent's:

  unit: pounds

  partners:
    - { code: KCC, scheme: local, name: Kent County Council, short: KCC, kind: county-council }
    - { code: 09C, scheme: ods, name: Ashford CCG, kind: ccg, locality: A&C, successor: 91Q }

  headings:
    - code: care-act
      name: Care Act implementation
      nature: revenue
      arrangement: pooled
      applied_by: KCC
      allocation: 3566000

  contributions:
    - { partner: 09C, source: ccg-minimum, amount: 7321000 }

  rules:
    - id: dfg-ring-fence
      kind: ring-fence
      clause: s75 para 3.1
      source: disabled-facilities-grant
      heading: disabled-facilities-grant

    - id: payment-for-performance
      kind: performance-payment
      clause: s75 para 4.1
      heading: performance
      cap: planned       # a quarter earns up to the reduction planned so far
      clawback: no       # a later rise takes nothing back
      price: 1490        # national price of an admission
      target: 3.5        # percent fewer emergency admissions
      paid_after: 1      # Q4 2014/15 is paid in Q1, and so on to Q3 in Q4
      pots:              # para 7.3
        - { partner: 09J, amount: 1248000 }

  thresholds:            # from where bcf diff marks a line: amount and percent, both
    amber: { amount: 10000, percent: 1 }
    red: { amount: 50000, percent: 2 }

What is under a heading of arrangement: aligned is shown and foots, but its owner spends it: it is never in the pool,
is due to nobody, and what is over or under is its owner's alone.

With allocations: under a fence, each district's part is shown too. cap: annual lets a quarter earn up to the year's
reduction. Without pots each partner's pot is its row of plan.csv; a pot that the agreement does not print as one is
provenance: derived, and because: is its reason, shown wherever the pots are.

A rule of kind variance has a policy, for all headings, a pool: or a heading:

  responsible-body    the body to which the funds were applied bears it; so it is, too, where nothing is declared
  equal               every partner that contributes to the pool, or those under among:, the same
  pro-rata            the same partners, in proportion to what they have at risk; weigh: all counts all they contribute
  fixed-shares        the partners under shares:, each its percent
  lead-commissioner   the partner under lead:, or the pool's host
  capped              shared as shared_by: says up to limit:, the rest the lead's

At risk is what a partner contributes, less what is ring-fenced or capital by its source or its planned heading.

bcf explain R1 to R7 says how each rule is worked out, and its clause in your agreement. An editor that knows YAML
completes and checks the file by the schema that its first line names; bcf schema prints it.
`;
