/** What the diagrams of the guide are drawn with. The content check asks for no more, and a page takes no more over. */

export const drawingElements: ReadonlySet<string> = new Set([
  'svg',
  'g',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'path',
  'text',
  'tspan',
]);

/** Of any element but the outermost, which has a `viewBox` besides. */
export const drawingAttributes =
  /^(?:x|y|dx|dy|x1|y1|x2|y2|cx|cy|r|rx|ry|width|height|d|points|class|transform|text-anchor|dominant-baseline)$/;
