/** `bcf help controls`. */
export const controls = `Controls, and the schedule of differences

A control of controls.csv ties a figure out against one that is published in an independent place. Figures have names:
bcf help figures. A table of a paper is transcribed once, declared under tables: in agreement.yaml, and never retyped:

  name,figure,expected,tolerance,place,accepted_difference,accepted_because,accepted_by
  Para 3.3: the pool,agreed.contribution,101404,0,"Para 3.3, total",,,
  Appendix 2: Carers Break,plan.applied[heading=carers-breaks],appendix-2[scheme=Carers Break][amount_2015_16_000],0,Appendix 2,,,
  Appendix 3: Carers,appendix-3[line=Carers][Ashford..West Kent],appendix-3[line=Carers][total_000],0,Appendix 3,,,

Tolerance is nil unless a control declares one. What does not agree stands in the schedule of differences, every time:
both figures, both places, the tolerance, and where somebody accepts it, who and why. A reason is for one difference:
accepted_difference says how much, found less expected, and if that changes, or goes, the reason is itself a finding.
`;
