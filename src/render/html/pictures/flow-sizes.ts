/** From left to right: where a column of the flow begins and ends, in pixels of the drawing. */
type Span = readonly [from: number, to: number];

/** One drawing of the flow of funds: where its columns stand, and how large its letters are. */
export interface FlowSizes {
  readonly name: 'wide' | 'middle' | 'narrow' | 'print';
  readonly width: number;
  /** The height that the bands take where their labels leave them the room; with longer labels it is more. */
  readonly height: number;
  readonly sourceLabels: Span;
  readonly sources: Span;
  readonly pool: Span;
  readonly headings: Span;
  readonly headingLabels: Span;
  readonly bracket: Span;
  readonly appliers: Span;
  readonly size: number;
  readonly line: number;
  readonly gap: number;
  /** The least that a band has for itself: 24 pixels where its amount is pointed at. */
  readonly least: number;
}

/** The four drawings, of which a page shows the one that fits. */
export const flowSizes: readonly FlowSizes[] = [
  {
    name: 'wide',
    width: 900,
    height: 470,
    sourceLabels: [0, 188],
    sources: [196, 205],
    pool: [366, 375],
    headings: [536, 545],
    headingLabels: [553, 776],
    bracket: [786, 793],
    appliers: [801, 900],
    size: 13,
    line: 16,
    gap: 8,
    least: 24,
  },
  {
    name: 'middle',
    width: 680,
    height: 470,
    sourceLabels: [0, 146],
    sources: [153, 161],
    pool: [272, 280],
    headings: [391, 399],
    headingLabels: [406, 582],
    bracket: [590, 596],
    appliers: [602, 680],
    size: 12.5,
    line: 15.5,
    gap: 8,
    least: 24,
  },
  {
    name: 'narrow',
    width: 344,
    height: 720,
    sourceLabels: [0, 94],
    sources: [99, 104],
    pool: [136, 142],
    headings: [174, 179],
    headingLabels: [184, 276],
    bracket: [280, 284],
    appliers: [289, 344],
    size: 12,
    line: 14.5,
    gap: 8,
    least: 24,
  },
  {
    name: 'print',
    width: 900,
    height: 344,
    sourceLabels: [0, 290],
    sources: [297, 305],
    pool: [410, 418],
    headings: [523, 531],
    headingLabels: [538, 800],
    bracket: [806, 811],
    appliers: [817, 900],
    size: 13,
    line: 16,
    gap: 3,
    least: 17,
  },
];
