/** Path data of the certificate frame's ornaments. Lengths in mm, angles in turns clockwise from the top. */

/** A point at `radius` from a centre. */
export function polar(cx: number, cy: number, radius: number, turn: number): string {
  const angle = (turn - 0.25) * 2 * Math.PI;
  return `${fixed(cx + radius * Math.cos(angle))} ${fixed(cy + radius * Math.sin(angle))}`;
}

/** Two decimals, a hundredth of a millimetre: finer than any printer. */
export function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function circle(cx: number, cy: number, radius: number): string {
  const r = fixed(radius);
  return `M${fixed(cx - radius)} ${fixed(cy)}a${r} ${r} 0 1 0 ${fixed(2 * radius)} 0a${r} ${r} 0 1 0 ${fixed(-2 * radius)} 0Z`;
}

export function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${fixed(x)} ${fixed(y)}h${fixed(width)}v${fixed(height)}h${fixed(-width)}Z`;
}

/** A star with straight rays: `inner` is the radius between two rays. */
export function star(cx: number, cy: number, rays: number, outer: number, inner: number): string {
  const corners = Array.from({ length: rays * 2 }, (_, corner) =>
    polar(cx, cy, corner % 2 === 0 ? outer : inner, corner / (2 * rays)),
  );
  return `M${corners.join('L')}Z`;
}

/** A closed line whose radius swings `waves` times around the circle: the rosette of a guilloche. */
export function rosette(cx: number, cy: number, radius: number, swing: number, waves: number, phase: number): string {
  const steps = waves * 12;
  const points = Array.from({ length: steps }, (_, step) => {
    const turn = step / steps;
    return polar(cx, cy, radius + swing * Math.sin(2 * Math.PI * (waves * turn + phase)), turn);
  });
  return `M${points.join('L')}Z`;
}

/**
 * A sine line along a straight side, as cubic curves of a quarter wave each.
 *
 * @param along 'x' for the upper and lower side, 'y' for the left and right one
 * @param waves whole waves between start and end, so that the line closes with the corners
 */
export function wave(
  along: 'x' | 'y',
  start: number,
  end: number,
  middle: number,
  swing: number,
  waves: number,
  phase: number,
): string {
  const segments = waves * 4;
  const step = (end - start) / segments;
  const perStep = Math.PI / 2;
  const height = (index: number) => middle + swing * Math.sin(index * perStep + 2 * Math.PI * phase);
  const slope = (index: number) => swing * perStep * Math.cos(index * perStep + 2 * Math.PI * phase);
  const at = (length: number, across: number) =>
    along === 'x' ? `${fixed(length)} ${fixed(across)}` : `${fixed(across)} ${fixed(length)}`;
  let path = `M${at(start, height(0))}`;
  for (let index = 0; index < segments; index += 1) {
    const from = start + index * step;
    path += `C${at(from + step / 3, height(index) + slope(index) / 3)} ${at(
      from + (2 * step) / 3,
      height(index + 1) - slope(index + 1) / 3,
    )} ${at(from + step, height(index + 1))}`;
  }
  return path;
}

/** A pointed petal from the centre outwards, `width` as a part of a turn at its belly. */
export function petal(cx: number, cy: number, from: number, to: number, turn: number, width: number): string {
  const belly = from + (to - from) * 0.45;
  const neck = from + (to - from) * 0.85;
  return (
    `M${polar(cx, cy, from, turn)}` +
    `C${polar(cx, cy, belly, turn - width)} ${polar(cx, cy, neck, turn - width * 0.7)} ${polar(cx, cy, to, turn)}` +
    `C${polar(cx, cy, neck, turn + width * 0.7)} ${polar(cx, cy, belly, turn + width)} ${polar(cx, cy, from, turn)}Z`
  );
}

/** Short strokes across a ring, as on the rim of a bronze drum. */
export function comb(cx: number, cy: number, inner: number, outer: number, teeth: number): string {
  return Array.from({ length: teeth }, (_, tooth) => {
    const turn = tooth / teeth;
    return `M${polar(cx, cy, inner, turn)}L${polar(cx, cy, outer, turn)}`;
  }).join('');
}

/** A zigzag around a ring. */
export function sawtooth(cx: number, cy: number, inner: number, outer: number, teeth: number): string {
  return star(cx, cy, teeth, outer, inner);
}

/** A ring of small circles. */
export function beads(cx: number, cy: number, ring: number, radius: number, count: number): string {
  return Array.from({ length: count }, (_, bead) => {
    const [x = '0', y = '0'] = polar(cx, cy, ring, bead / count).split(' ');
    return circle(Number(x), Number(y), radius);
  }).join('');
}

/** The long-billed bird of the bronze drums, flying counter-clockwise; drawn about 20 long around its own zero. */
const BIRD =
  'M-10.5 -0.5L-4.6 -1.9C-4.2 -3 -3 -3.4 -1.9 -3.1L1.4 -4.6L0.2 -2.5C1.2 -2.3 2.2 -2.1 3.2 -2.1L8.6 -6.4L6.6 -1.9L11 -2.6L10.2 1.4L6.4 0.2L9 4.8L2.8 0.9C0.6 1.5 -1.9 0.8 -3.4 -0.4C-4 -0.2 -4.6 -0.3 -5 -0.6Z';

/** A ring of flying birds, each as a transformed path. */
export function birds(cx: number, cy: number, ring: number, scale: number, count: number): string[] {
  return Array.from({ length: count }, (_, bird) => {
    const degrees = fixed((360 * bird) / count);
    return `<path transform="translate(${cx} ${cy}) rotate(${degrees}) translate(0 ${fixed(-ring)}) scale(${scale})" d="${BIRD}"/>`;
  });
}
