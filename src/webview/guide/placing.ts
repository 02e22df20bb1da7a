/** A rectangle in the window, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const gap = 4;
const margin = 8;

/**
 * Where something of this size goes beside a word: below it, or above where there is no room below, and never over the
 * edges of the window.
 */
export function placeBeside(
  word: Box,
  size: Pick<Box, 'width' | 'height'>,
  window: Pick<Box, 'width' | 'height'>,
): Pick<Box, 'left' | 'top'> {
  const below = word.top + word.height + gap;
  const above = word.top - gap - size.height;
  const fitsBelow = below + size.height + margin <= window.height;
  return {
    left: Math.max(margin, Math.min(word.left, window.width - size.width - margin)),
    top: fitsBelow || above < margin ? below : above,
  };
}
